package io.ordertrace.contract;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.ordertrace.registry.Registry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks spans as services send them, that is before the Collector has changed them. Not safe for concurrent use.
 *
 * <pre>{@code
 * ContractCheck check = new ContractCheck(Registry.load(), Duration.ofMinutes(5), violation -> {});
 * new OtlpReader(check::add).read(Path.of("spans.jsonl"));
 * Report report = check.finish();
 * }</pre>
 */
public final class ContractCheck {

    private final Report report = new Report();
    private final Consumer<Violation> found;
    private final Lineage lineage;
    private final List<Concern> concerns;

    /**
     * @param tolerance how far a change's time by the database's clock may lie from the time of its span
     * @param asFound   hears of each violation at once
     */
    public ContractCheck(Registry registry, Duration tolerance, Consumer<Violation> asFound) {
        found = asFound.andThen(report::add);
        lineage = new Lineage(found);
        concerns = List.of(
                new ValuesConcern(registry),
                new SpansConcern(registry),
                new StatusChangeConcern(registry, tolerance),
                new OriginConcern(),
                new PersonalDataConcern());
    }

    public void add(ExportTraceServiceRequest request) {
        for (ResourceSpans resource : request.getResourceSpansList()) {
            for (ScopeSpans scope : resource.getScopeSpansList()) {
                List<SeenSpan> spans = scope.getSpansList().stream()
                        .map(span -> SeenSpan.of(resource.getResource(), span))
                        .toList();
                spans.stream().findFirst().ifPresent(first -> checkOwners(resource, scope, first));
                spans.forEach(this::add);
            }
        }
    }

    /** What many spans share is told of the first of them. */
    private void checkOwners(ResourceSpans resource, ScopeSpans scope, SeenSpan first) {
        Findings findings = new Findings(first, found);
        PersonalDataConcern.look("the resource's ", resource.getResource().getAttributesList(), findings);
        PersonalDataConcern.look("the scope's ", scope.getScope().getAttributesList(), findings);
    }

    private void add(SeenSpan span) {
        Findings findings = new Findings(span, found);
        report.count(span);
        concerns.forEach(concern -> concern.check(span, findings));
        lineage.add(span);
    }

    /** Judges what could be judged only with everything at hand, and gives the whole result. */
    public Report finish() {
        lineage.judgeAll();
        return report;
    }
}
