package dev.colloquy.report.writing;

import dev.colloquy.events.InterviewId;
import dev.colloquy.events.TenantId;
import java.util.UUID;

/** A report that is to be written. */
record ReportJob(UUID reportId, TenantId tenant, InterviewId interview, int finalVersion) {}
