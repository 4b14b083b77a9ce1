using Infra.Core.Configuration;
using Infra.Core.Serving.Backends;

namespace Infra.Core.Serving.Autoscaling;

/// <summary>What is wrong with how a model is to be scaled: rules of configuration and component. What a backend can't do stands in <see cref="BackendSupport"/>.</summary>
public static class AutoscalingRules
{
    /// <summary>Adds the problems that need no more than the specification.</summary>
    /// <param name="path">Path of the specification.</param>
    /// <param name="spec">The specification.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, AutoscalingSpec spec, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(problems);
        if (spec.Max < spec.Min)
        {
            problems.Add($"{path}.max", $"{spec.Max} is less than min, which is {spec.Min}");
        }

        if (!spec.Metrics.Any() && spec.Activation is not ActivationSignal.Messages)
        {
            problems.Add(path, $"has no target; set at least one of {string.Join(", ", ScalingMetrics.All.Select(ScalingMetrics.Key))}");
        }

        if (spec.Min == 0 && spec.Activation is null)
        {
            problems.Add(
                $"{path}.min", "with 0 the model sleeps, and nothing would wake it: its own metrics go with its pods; set activation.query, such as the requests that a gateway gets, or activation.queue, or a min of 1");
        }

        if (spec is { Min: > 0, Activation: ActivationSignal.Query })
        {
            problems.Add($"{path}.activation", $"wakes a model that never sleeps: min is {spec.Min}; remove it or set min to 0");
        }

        CheckQueries(path, spec, problems);
        CheckFallback($"{path}.fallback", spec, problems);
    }

    /// <summary>Adds the problems of the specification with the model that it is for.</summary>
    /// <param name="path">Path of the specification.</param>
    /// <param name="spec">The specification.</param>
    /// <param name="model">The model.</param>
    /// <param name="keys">Where the user says what is missing.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckModel(string path, AutoscalingSpec spec, ScaledModel model, ScalingKeys keys, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(problems);
        // Ray asks its own proxies. What it can't be asked for was said before.
        if (model.Backend == ServingBackend.Ray)
        {
            return;
        }

        foreach (var metric in spec.Metrics.Where(metric => !ScalingMetrics.IsResource(metric)))
        {
            if (MetricProblem(metric, spec, model, keys) is { } problem && !problems.Cover($"{path}.{ScalingMetrics.Key(metric)}"))
            {
                problems.Add($"{path}.{ScalingMetrics.Key(metric)}", problem);
            }
        }

        CheckActivation($"{path}.activation", spec.Activation, model, keys, problems);
    }

    private static string? MetricProblem(ScalingMetric metric, AutoscalingSpec spec, ScaledModel model, ScalingKeys keys)
    {
        if (MissingOf(metric, model) is { } missing)
        {
            var others = ScalingMetrics.All.Where(other => MissingOf(other, model) is null).Select(ScalingMetrics.Key);
            return $"{missing}; this model can have: {string.Join(", ", others)}";
        }

        if (spec.Activation is ActivationSignal.Messages)
        {
            return "goes away with the last pod, and KEDA would take that for a fault and wake the model; with activation.queue the queue's length counts the replicas; remove it, or wake the model by activation.query";
        }

        if (!model.HasPrometheus)
        {
            return $"KEDA has to ask Prometheus for it, and knows none; set {keys.Prometheus}, or scale on cpuPercent or memoryPercent";
        }

        if (ScalingMetrics.IsOfGpu(metric) && !model.HasGpuMetrics)
        {
            return $"nobody publishes the metrics of GPUs; set {keys.GpuMetrics}";
        }

        return metric != ScalingMetric.Queries && !ScalingMetrics.IsOfGpu(metric) && !model.IsScraped
            ? $"no Prometheus scrapes the model; set {keys.Scraping}, or use queries"
            : null;
    }

    // What no setting of the environment would bring.
    private static string? MissingOf(ScalingMetric metric, ScaledModel model) => metric switch
    {
        ScalingMetric.Cpu or ScalingMetric.Memory or ScalingMetric.Queries => null,
        ScalingMetric.Gpu or ScalingMetric.GpuMemory when model.Devices == 0 => "the model has no GPU",
        ScalingMetric.Gpu or ScalingMetric.GpuMemory when model.Pieces == GpuPieces.NotNvidia => "its devices are none of NVIDIA's, which DCGM measures alone",
        ScalingMetric.Gpu or ScalingMetric.GpuMemory when model.Pieces == GpuPieces.Shared => "other pods share the GPUs, and nobody can tell whose use it is",
        ScalingMetric.GpuMemory when model.Runtime.Name is Runtimes.VllmName or Runtimes.TensorFlowServingName =>
            model.Runtime.Name == Runtimes.VllmName
                ? "vllm takes its share of the memory at its start, whatever there is to do"
                : "tensorflow-serving gives no memory back, so that replicas would never go away",
        _ when ScalingPromQl.Has(metric, model) => null,
        _ => $"the runtime {model.Runtime.Name} doesn't tell Prometheus of {ScalingMetrics.Words(metric)}",
    };

    private static void CheckQueries(string path, AutoscalingSpec spec, ConfigProblems problems)
    {
        for (var i = 0; i < spec.Queries.Length; i++)
        {
            var name = spec.Queries[i].Name;
            if (spec.Queries.Take(i).Any(query => query.Name == name))
            {
                problems.Add($"{path}.queries[{i}].name", $"'{name}' is the name of another query already; names are unique");
            }
            else if (ScalingMetrics.All.Any(metric => ScalingMetrics.Key(metric) == name))
            {
                problems.Add($"{path}.queries[{i}].name", $"'{name}' is the name of a target; choose another");
            }
        }
    }

    private static void CheckFallback(string path, AutoscalingSpec spec, ConfigProblems problems)
    {
        if (spec.Fallback is not { } fallback)
        {
            return;
        }

        if (spec.Activation is null && spec.Metrics.All(ScalingMetrics.IsResource))
        {
            problems.Add(path, "only metrics of Prometheus and queues can be missing, and there is none: without CPU and memory use Kubernetes changes nothing by itself; remove it");
        }

        if (fallback.Replicas > spec.Max || fallback.Replicas < Math.Max(1, spec.Min))
        {
            problems.Add($"{path}.replicas", $"{fallback.Replicas} is not between {Math.Max(1, spec.Min)} and max, which is {spec.Max}");
        }
    }

    private static void CheckActivation(string path, ActivationSignal? activation, ScaledModel model, ScalingKeys keys, ConfigProblems problems)
    {
        switch (activation)
        {
            case ActivationSignal.Query query when PodMetrics.In(query.PromQl, model) is { } metric:
                problems.Add($"{path}.query", $"{metric} comes from the model's own pods, and goes away with them: asleep, the model would never wake; use what a gateway, an ingress or a queue tells");
                break;
            case ActivationSignal.Query when !model.HasPrometheus:
                problems.Add($"{path}.query", $"KEDA has to ask Prometheus for it, and knows none; set {keys.Prometheus}, or use activation.queue");
                break;
            case ActivationSignal.Messages when !model.HasAwsIdentity:
                problems.Add($"{path}.queue", "KEDA has no identity in AWS, with which it could look at the queue; that takes an EKS cluster; use activation.query");
                break;
        }
    }
}
