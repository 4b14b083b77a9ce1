using Infra.TestKit.Prometheus;

namespace Infra.Core.Tests.Monitoring.PromQl;

/// <summary>The walks over all rules rest on this reading of expressions.</summary>
public sealed class PromQlWordsTests
{
    private const string Expression =
        """max by (pod, node) (avg_over_time(:tf:calls{pod=~"a[2m]|b(c)"}[1h30m])) / on(pod) group_left(zone) sum(rate(up_total[5m])) > 1e3 and on() label_replace(kube:x:y or vector(1), "a", "$1", "b", "(.+)") unless 0.5 * z""";

    [Fact]
    public void Series_are_neither_functions_nor_labels_nor_numbers() => Assert.Equal([":tf:calls", "up_total", "kube:x:y", "z"], PromQlWords.Series(Expression));

    [Fact]
    public void Functions_are_what_is_called() => Assert.Equal(["max", "avg_over_time", "sum", "rate", "label_replace", "vector"], PromQlWords.Functions(Expression));

    [Fact]
    public void Ranges_are_those_outside_of_strings() => Assert.Equal([5400, 300], PromQlWords.RangeSeconds(Expression));
}
