using Infra.Components.Serving.Traffic;
using Infra.Core.Configuration;
using Infra.Core.Serving.Traffic;
using Infra.Core.Units;

namespace Infra.Stacks.Configuration;

/// <summary>
/// An endpoint picker for a model on vLLM: it chooses the replica of each request by what its queue and its cache hold, and answers pass through it. {} will do for a few requests per second.
/// </summary>
public sealed record InferencePoolConfig
{
    /// <summary>CPU that the picker requests; it may use more. With prompts of 100k tokens one core is for five requests per second. Default: 1.</summary>
    [InRange<CpuQuantity>(Min = "100m", Max = "64")]
    public CpuQuantity Cpu { get; init; } = EndpointPicker.DefaultCpu;

    /// <summary>Memory that the picker requests and may use: it grows with requests in work and the length of answers. Default: 2Gi.</summary>
    [InRange<ByteSize>(Min = "256Mi", Max = "64Gi")]
    public ByteSize Memory { get; init; } = EndpointPicker.DefaultMemory;

    internal EndpointPickerArgs ToArgs() => new() { Cpu = Cpu.ToString(), Memory = Memory.ToString() };
}
