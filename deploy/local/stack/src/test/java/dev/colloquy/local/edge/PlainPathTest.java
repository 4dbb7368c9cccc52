package dev.colloquy.local.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/x;y",
                "/api;/x",
                "/api/%3Bx",
                "/api/a%2Fb",
                "/api/a%2fb",
                "/api/%5Cx",
                "/api/\\x",
                "//api/x",
                "/api//x",
                "/api/./x",
                "/api/../x",
                "/api/..",
                "/api/%2e%2e/x",
                "/api/%252Fx",
                "/api/%00",
                "/api/%0d%0aX:y",
                "/api/%zz",
                "/api/%",
                "/api/#x",
                "/api/é",
                "http://elsewhere/api/x",
                "*",
                ""
            })
    void refusesWhatCouldBeReadInTwoWays(String uri) {
        assertEquals(Optional.empty(), PlainPath.of(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/reports/01890a5d-ac96-774b-bcce-b302099a8057", "/api/a.b..c/", "/x/%C3%A9~_:@"})
    void takesPlainPaths(String path) {
        assertEquals(Optional.of(path), PlainPath.of(path));
        assertEquals(Optional.of(path), PlainPath.of(path + "?to=/a/../b;c%2F"));
    }
}
