using Infra.Capacity.Simulation;
using Infra.Core.Nodes;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>Language models on one GPU, computed by hand: a prompt token takes 1 µs, an iteration 10 µs, where nobody else is there.</summary>
public sealed class SharingTests
{
    [Fact]
    public void Language_models_that_take_turns_take_twice_as_long_beside_each_other()
    {
        var (first, second) = Run(GpuSharingMode.TimeSlicing);

        // 0 to 20 alone. The other one reads from 5 to 45, which would take 20. Three iterations of 10 that begin at 20 take 20 each, though the other one ends at 45.
        Assert.Equal([20, 20, 20], first.InterToken.Values());
        Assert.Equal((80, 40), (first.Latency.MaxMicros, second.Latency.MaxMicros));
        // Half of the GPU is each one's, and each worked as long as it took.
        Assert.Equal((40e-6, 20e-6), (first.GpuSecondsBusy, second.GpuSecondsBusy));
    }

    [Fact]
    public void On_a_half_by_MPS_they_take_twice_as_long_whoever_is_there()
    {
        var (first, second) = Run(GpuSharingMode.Mps);

        Assert.Equal((100, 40), (first.Latency.MaxMicros, second.Latency.MaxMicros));
    }

    private static (ModelResult First, ModelResult Second) Run(GpuSharingMode mode)
    {
        var pool = Platforms.Pool(1) with { Sharing = mode, PartsPerGpu = 2, Room = Platforms.Pool(1).Room with { Devices = Platforms.OneGpu.Devices.SetItem("nvidia.com/gpu", 2) } };
        var result = Platforms.Of(pool, Platforms.Model(Platforms.Tokens), Platforms.Model(Platforms.Tokens) with { Name = "other" }).Run([new(0, 0, 20, 4), new(5, 1, 20, 1)]);
        return (result.Models[0], result.Models[1]);
    }
}
