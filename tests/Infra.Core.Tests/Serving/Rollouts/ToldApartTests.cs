using System.Reflection;
using Infra.Core.Serving;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Tests.Serving.Rollouts;

/// <summary>Where stable model and candidate answer for one name, every series of either is of its own pods.</summary>
public sealed class ToldApartTests
{
    private const string Candidate = "app_kubernetes_io_instance=\"chat-candidate\"";

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
        var matchers = Series(Runtimes.For(runtime, backend, Request("chat-candidate")).Metrics!).Select(series => series.Matchers).ToList();

        Assert.NotEmpty(matchers);
        Assert.All(matchers, matcher => Assert.Equal(2, matcher.Split(Candidate).Length));
        Assert.All(matchers, matcher => Assert.Equal(2, matcher.Split("app_kubernetes_io_instance=").Length));
    }

    [Fact]
    public void Callers_know_both_by_one_name() => Assert.Equal(
        ("/v1/models/chat", "model_name=\"chat\""),
        (Runtimes.For(ServingRuntime.TensorFlowServing, ServingBackend.Plain, Request("chat-candidate")).ApiPath,
            Runtimes.For(ServingRuntime.TensorFlowServing, ServingBackend.Plain, Request(null)).Metrics!.Counters!.All[0].Matchers));

    private static RuntimeRequest Request(string? instance) => new() { Model = "chat", Instance = instance, Devices = 1, Llm = new LlmOptions { Context = 4096, Concurrency = 1 } };

    // Whatever series a later version adds is found too.
    private static IEnumerable<MetricSeries> Series(object? value) => value switch
    {
        MetricSeries series => [series],
        RuntimeMetrics or RequestCounters or LatencyMetric => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(property => property.GetValue(value) is System.Collections.IEnumerable list and not string ? list.Cast<object?>() : [property.GetValue(value)])
            .SelectMany(Series),
        _ => [],
    };
}
