# Reads OpenMetrics files with the Prometheus project's own parser, which is strict, and prints a line a sample:
# file, family, type, unit, sample name, labels as JSON, value.
import json
import sys

from prometheus_client.openmetrics.parser import text_fd_to_metric_families

for name in sys.argv[1:]:
    with open(name, encoding="utf-8", newline="\n") as file:
        for family in text_fd_to_metric_families(file):
            if not family.documentation:
                raise ValueError(name + ": no help for " + family.name)
            for sample in family.samples:
                print("\t".join((name, family.name, family.type, family.unit, sample.name,
                                 json.dumps(sample.labels, sort_keys=True), repr(sample.value))))
