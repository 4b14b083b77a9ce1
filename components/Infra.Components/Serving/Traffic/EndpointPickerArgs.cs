using Infra.Core.Configuration;
using Infra.Core.Serving.Traffic;
using Infra.Core.Units;
using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>The endpoint picker of a model's InferencePool. It has one pod: two would each know one half of what the replicas' caches hold.</summary>
public sealed class EndpointPickerArgs : ResourceArgs
{
    /// <summary>CPU that it requests, as Kubernetes quantity; it may use more. Default: 1.</summary>
    [Input("cpu")]
    public string Cpu { get; init; } = EndpointPicker.DefaultCpu.ToString();

    /// <summary>Memory that it requests and may use, as Kubernetes quantity: it grows with requests in work and the length of answers. Default: 2Gi.</summary>
    [Input("memory")]
    public string Memory { get; init; } = EndpointPicker.DefaultMemory.ToString();

    /// <summary>Adds a problem for each input that is wrong.</summary>
    internal void Check(string path, ConfigProblems problems)
    {
        if (!CpuQuantity.TryParse(Cpu, out _))
        {
            problems.Add($"{path}.cpu", $"'{Cpu}' is no CPU quantity; allowed: {CpuQuantity.AllowedForm}");
        }

        if (!ByteSize.TryParse(Memory, out _))
        {
            problems.Add($"{path}.memory", $"'{Memory}' is no size; allowed: {ByteSize.AllowedForm}");
        }
    }
}
