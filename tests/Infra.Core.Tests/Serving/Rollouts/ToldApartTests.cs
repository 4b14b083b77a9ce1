using System.Reflection;
using Infra.Core.Monitoring.Metrics;
using Infra.Core.Monitoring.PromQl;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Serving.Rollouts;

/// <summary>Where stable model and candidate answer for one name, every series of either is of its own pods.</summary>
public sealed class ToldApartTests
{
    public static TheoryData<ServingRuntime, ServingBackend> Servers => new()
    {
        { ServingRuntime.TensorFlowServing, ServingBackend.Plain },
        { ServingRuntime.Triton, ServingBackend.KServe },
        { ServingRuntime.Vllm, ServingBackend.LeaderWorkerSet },
        { ServingRuntime.Vllm, ServingBackend.Ray },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public void Every_series_has_the_label_of_the_pods_once(ServingRuntime runtime, ServingBackend backend)
    {
        var series = Series(Runtimes.For(runtime, backend, Request("chat-candidate")).Metrics!).ToList();

        Assert.NotEmpty(series);
        Assert.All(series, matchers => Assert.Equal(["chat-candidate"], matchers.Where(matcher => matcher.Label == "app_kubernetes_io_instance").Select(matcher => matcher.Value)));
    }

    [Fact]
    public void Callers_know_both_by_one_name() => Assert.Equal(
        ("/v1/models/chat", "model_name=\"chat\""),
        (Runtimes.For(ServingRuntime.TensorFlowServing, ServingBackend.Plain, Request("chat-candidate")).ApiPath,
            Runtimes.For(ServingRuntime.TensorFlowServing, ServingBackend.Plain, Request(null)).Metrics!.Counters!.All[0].Matchers.Single().ToString()));

    private static RuntimeRequest Request(string? instance) => new() { Model = "chat", Instance = instance, Devices = 1, Llm = new LlmOptions { Context = 4096, Concurrency = 1 } };

    // Whatever series a later version adds is found too.
    private static IEnumerable<IEnumerable<Matcher>> Series(object? value) => value switch
    {
        ModelSeries<CounterMetric> series => [series.Matchers],
        ModelSeries<GaugeMetric> series => [series.Matchers],
        ModelSeries<HistogramMetric> series => [series.Matchers],
        ModelSeries<SummaryMetric> series => [series.Matchers],
        RuntimeMetrics or RequestCounters or LatencyMetric or MeanMetric => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => property.GetValue(value) is System.Collections.IEnumerable list and not string ? list.Cast<object?>() : [property.GetValue(value)])
            .SelectMany(Series),
        _ => [],
    };
}
