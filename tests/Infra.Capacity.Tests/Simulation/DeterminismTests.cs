using System.Security.Cryptography;
using System.Text;
using Infra.Capacity.Control;
using Infra.Capacity.Platform;
using Infra.Capacity.Service;
using Infra.Core.Nodes;

namespace Infra.Capacity.Tests.Simulation;

/// <summary>One thread does all, so the number of cores can't matter; what could differ from process to process is the order of a table by hashes, or a clock.</summary>
public sealed class DeterminismTests
{
    [Fact]
    public void A_seed_means_the_same_in_every_process()
    {
        var model = Platforms.Model(Platforms.Requests(400_000, servers: 2, ServiceSpread.Measured(1, 3, 9)) with { CpuMicrosPerRequest = 300_000 }) with
        {
            LoadBalancing = LoadBalancing.LeastOfTwo,
            Control = new ReplicaControl.Horizontal(new HorizontalScalerSettings { Min = 1, Max = 6, Metrics = [new HorizontalMetric.Utilization(new MetricSource(ObservedMetric.Cpu, 15_000_000, 15_000_000), 60, 1000)] }),
        };
        var platform = Platforms.Of(Platforms.Pool(1, 6) with { CapacityType = CapacityType.Spot, InterruptionsPerHour = 4 }, model);

        var text = Results.Text(platform.Run(TheoryTests.Poisson(3, 150_000, 5_000), new() { Seed = 3 }));

        // What is recorded changes with the model of the simulation alone; whoever changes that looks at what else it changes.
        Assert.Equal("2479F41B66221B44", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16]);
    }
}
