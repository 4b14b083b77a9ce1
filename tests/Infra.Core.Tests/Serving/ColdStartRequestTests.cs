using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving;

// Sizes are those of the measurements, so that each term is the measured time.
public sealed class ColdStartRequestTests
{
    private const long Gigabyte = 1_000_000_000;

    private static readonly ColdStartRequest _vllm = new()
    {
        Node = NodeSupply.Karpenter,
        Image = new ByteSize(9_500_000_000),
        Weights = new ByteSize(15 * Gigabyte),
        Delivery = WeightDelivery.S3Copy,
        Loader = WeightLoader.Safetensors,
        Engine = ColdStartFigures.Vllm,
    };

    [Fact]
    public void Every_term_says_what_it_is_made_of_and_where_that_was_read() => Assert.Equal(
        [
            "Node: 211 s; node by Karpenter: 211 s (eksworkshop.com, GenAI lab)",
            "Image: 334 s; image pull: 9.5 GB in 334 s (aws-ia/terraform-aws-eks-blueprints, patterns/ml-container-cache/README.md)",
            "Copy: 300 s; copy from S3: 15 GB in 300 s (awslabs/ai-on-eks, infra/solutions/llm-d-cache-aware-routing/README.md)",
            // 47.99 s x 15 / 16.06.
            "Load: 45 s; safetensors loader: 16.061 GB in 47.99 s (developer.nvidia.com, blog/reducing-cold-start-latency-for-llm-inference-with-nvidia-runai-model-streamer)",
            "Engine: 16 s; vLLM process: 16 s (vllm-project/vllm, issues/44881, 2026-06-08)",
            "Engine: 43 s; torch.compile: 43 s (vllm-project/vllm, issues/44881, 2026-06-08)",
            "Engine: 210 s; profiling and CUDA graphs: 210 s (vllm-project/vllm, issues/44881, 2026-06-08)",
        ],
        _vllm.Terms().Select(term => term.ToString()));

    [Fact]
    public void The_budget_is_twice_their_sum_by_phase()
    {
        var budget = ColdStartBudget.For(_vllm with { Weights = new ByteSize(16_060_522_496), Delivery = WeightDelivery.NodeCache });

        Assert.Equal(TimeSpan.FromSeconds(2 * (211 + 334)), budget.NodeAndImage);
        Assert.Equal(TimeSpan.Zero, budget.ModelCopy);
        // The cache is slower than the loader: 120 s x 16.060522496 / 15; and 269 s of the engine.
        Assert.Equal(2 * (120 * 16.060522496 / 15 + 269), budget.EngineInit.TotalSeconds, 5);
        Assert.Equal(80, budget.StartupProbeFailureThreshold);
        Assert.Equal(_vllm.Engine.Count + 3, budget.Terms.Length);
    }

    [Theory]
    [InlineData(NodeSupply.Running, null)]
    [InlineData(NodeSupply.Karpenter, 211)]
    [InlineData(NodeSupply.ManagedNodeGroup, 300)]
    public void A_node_that_runs_takes_no_time(NodeSupply node, int? seconds) => Assert.Equal(seconds, Seconds(_vllm with { Node = node }, ColdStartStep.Node));

    [Theory]
    [InlineData(ImageDelivery.Pull, 334)]
    [InlineData(ImageDelivery.ParallelPull, 167)]
    [InlineData(ImageDelivery.OnNode, 5)]
    public void An_image_comes_in_three_ways(ImageDelivery delivery, int seconds) => Assert.Equal(seconds, Seconds(_vllm with { ImageDelivery = delivery }, ColdStartStep.Image));

    [Fact]
    public void Only_what_is_copied_before_the_server_starts_counts_as_a_copy()
    {
        Assert.Equal(300, Copy(WeightDelivery.S3Copy));
        // 100 Mbit/s: 12.5 MB/s.
        Assert.Equal(1200, Copy(WeightDelivery.Archive));
        Assert.All(
            [WeightDelivery.HuggingFace, WeightDelivery.S3Stream, WeightDelivery.NodeCache, WeightDelivery.Efs, WeightDelivery.InImage, WeightDelivery.Gp3(125), WeightDelivery.Lustre(125, 1200)],
            delivery => Assert.Null(Copy(delivery)));

        double? Copy(WeightDelivery delivery) => Seconds(_vllm with { Delivery = delivery }, ColdStartStep.Copy);
    }

    [Fact]
    public void The_storage_decides_where_it_is_slower_than_the_loader()
    {
        // 16 GiB: 125 MiB/s; 1,000 MiB/s would be 16.4 s, and the loader takes longer: 47.99 s x 17.179869184 / 16.060522496.
        Assert.Equal(131.072, Load(WeightDelivery.Gp3(125), WeightLoader.Safetensors), 3);
        Assert.Equal(51.335, Load(WeightDelivery.Gp3(1000), WeightLoader.Safetensors), 3);
        // 14.34 s x 17.179869184 / 16.060522496 is less than the volume's 16.4 s.
        Assert.Equal(16.384, Load(WeightDelivery.Gp3(1000), WeightLoader.Streamer), 3);
        Assert.Equal(15.339, Load(WeightDelivery.S3Stream, WeightLoader.Streamer), 3);
        // 250 MB/s for each of 2.34375 TiB: 585.9375 MB/s.
        Assert.Equal(29.32, Load(WeightDelivery.Lustre(250, 2400), WeightLoader.Streamer), 2);
        // 894 GiB in 43 minutes; 15 GB in 20 minutes.
        Assert.Equal(2580.0 * 16 / 894, Load(WeightDelivery.Efs, WeightLoader.Streamer), 3);
        Assert.Equal(1200 * 17.179869184 / 15, Load(WeightDelivery.HuggingFace, WeightLoader.Streamer), 3);
        // After a copy and in the image the loader alone decides.
        Assert.Equal(51.335, Load(WeightDelivery.S3Copy, WeightLoader.Safetensors), 3);
        Assert.Equal(51.335, Load(WeightDelivery.InImage, WeightLoader.Safetensors), 3);
        Assert.Equal(163.84, Load(WeightDelivery.Volume("NFS", 100), WeightLoader.WithinStart), 2);

        static double Load(WeightDelivery delivery, WeightLoader loader) =>
            Seconds(_vllm with { Weights = ByteSize.FromGibibytes(16), Delivery = delivery, Loader = loader }, ColdStartStep.Load)!.Value;
    }

    [Fact]
    public void A_server_that_loads_within_its_start_has_no_term_for_it() =>
        Assert.Null(Seconds(_vllm with { Loader = WeightLoader.WithinStart }, ColdStartStep.Load));

    [Fact]
    public void An_estimate_of_our_own_and_a_rate_of_the_users_say_so()
    {
        Assert.Equal("node of a managed node group: 300 s (estimate)", ColdStartFigures.ManagedNode.ToString());
        Assert.Equal("NFS: 0.105 GB in 1 s (estimate)", WeightDelivery.Volume("NFS", 100).Read!.ToString());
        Assert.Equal("gp3 volume: 0.131 GB in 1 s (www.saisci.com, aws/gp3-throughput-explained/, 2021-01-13)", WeightDelivery.Gp3(125).Read!.ToString());
    }

    [Fact]
    public void The_largest_size_overflows_nothing() =>
        Assert.True(WeightDelivery.S3Copy.Copy!.For(1L << 50) > TimeSpan.FromDays(200));

    private static double? Seconds(ColdStartRequest request, ColdStartStep step) =>
        request.Terms().SingleOrDefault(term => term.Step == step)?.Duration.TotalSeconds;
}
