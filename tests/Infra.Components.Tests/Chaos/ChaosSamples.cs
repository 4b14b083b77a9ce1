using Infra.Components.Chaos;

namespace Infra.Components.Tests.Chaos;

internal static class ChaosSamples
{
    public static ChaosMeshArgs Mesh(params ExperimentArgs[] experiments) => new()
    {
        Namespaces = "inference",
        Experiments = [.. experiments.DefaultIfEmpty(KillPod())],
    };

    public static ExperimentArgs KillPod(string? cron = null) => new() { Experiment = "kill-classifier", Kind = "killPod", Model = "classifier", Cron = cron };
}
