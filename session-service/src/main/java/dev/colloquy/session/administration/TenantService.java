package dev.colloquy.session.administration;

import dev.colloquy.access.TenantRows;
import dev.colloquy.events.TenantId;
import dev.colloquy.session.position.DefaultPosition;
import dev.colloquy.session.position.PositionNews;
import dev.colloquy.session.revision.Revision;
import dev.colloquy.session.tenant.Tenant;
import dev.colloquy.session.tenant.TenantDirectory;
import dev.colloquy.session.tenant.TenantNotFound;
import dev.colloquy.session.tenant.TenantNotSetUp;
import dev.colloquy.session.tenant.TenantRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Sets tenants up and changes them. An administrator belongs to no tenant: the rows of the one he names are opened. */
@ApplicationScoped
class TenantService {

    private static final Logger LOG = Logger.getLogger(TenantService.class);

    private final TenantRows rows;
    private final TenantDirectory directory;
    private final TenantRepository tenants;
    private final DefaultPosition defaults;
    private final PositionNews news;
    private final Clock clock;

    TenantService(
            TenantRows rows,
            TenantDirectory directory,
            TenantRepository tenants,
            DefaultPosition defaults,
            PositionNews news,
            Clock clock) {
        this.rows = rows;
        this.directory = directory;
        this.tenants = tenants;
        this.defaults = defaults;
        this.news = news;
        this.clock = clock;
    }

    @WithTransaction
    Uni<TenantView.Page> list(int page, int size) {
        return directory
                .page(page, size)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::open)
                        .map(TenantView.Summary::of)
                        .collect()
                        .asList())
                .chain(items -> directory.count().map(total -> new TenantView.Page(items, page, size, total)));
    }

    @WithTransaction
    Uni<TenantView> get(TenantId tenant) {
        return open(tenant).chain(this::view);
    }

    @WithTransaction
    Uni<BrandingView> branding(TenantId tenant) {
        return open(tenant).map(Tenant::settings).map(known -> new BrandingView(known.name(), known.branding()));
    }

    @WithTransaction
    Uni<TenantView> create(NewTenantRequest wish) {
        var tenant = Tenant.of(wish.id(), wish.name(), wish.administratorEmail(), clock.instant());
        return directory
                .add(wish.id())
                .invoke(TenantService::requireNew)
                .chain(() -> rows.of(wish.id()))
                .chain(() -> tenants.persistAndFlush(tenant))
                .invoke(() -> LOG.infof("A tenant was set up tenant=%s", wish.id()))
                .chain(this::view);
    }

    @WithTransaction
    Uni<TenantView> change(TenantId id, Revision seen, TenantRequest wish) {
        return rows.of(id)
                .chain(() -> tenants.hold(id))
                .onFailure(TenantNotSetUp.class)
                .transform(_ -> new TenantNotFound())
                .call(tenant -> change(tenant, seen, wish))
                .chain(this::view);
    }

    private Uni<Void> change(Tenant tenant, Revision seen, TenantRequest wish) {
        var before = tenant.defaultProvider();
        tenant.change(seen, wish.settings(), clock.instant());
        return tenants.flush().chain(() -> settle(tenant, wish, !Objects.equals(before, tenant.defaultProvider())));
    }

    private Uni<Void> settle(Tenant tenant, TenantRequest wish, boolean otherProvider) {
        LOG.infof("A tenant was changed tenant=%s version=%d", tenant.tenantId(), tenant.version());
        var position = wish.defaultPositionId();
        var settling = position == null ? Uni.createFrom().voidItem() : defaults.become(position, "defaultPositionId");
        return otherProvider ? settling.chain(news::tellOfProvider) : settling;
    }

    private Uni<Tenant> open(TenantId tenant) {
        return rows.of(tenant)
                .chain(() -> tenants.findById(tenant.value()))
                .onItem()
                .ifNull()
                .failWith(TenantNotFound::new);
    }

    private Uni<TenantView> view(Tenant tenant) {
        return defaults.find().map(position -> TenantView.of(tenant, position));
    }

    private static void requireNew(boolean added) {
        if (!added) {
            throw new TenantExists();
        }
    }
}
