using System.Collections.Immutable;
using Infra.Core.Serving;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Units;

namespace Infra.Core.Tests.Serving;

/// <summary>What a budget sets, from the small end to the large one.</summary>
public sealed class ColdStartByHandTests
{
    // Llama 3.3 70B and what is distilled into its shape, in bfloat16.
    private static readonly ByteSize _weightsOf70B = new(141_107_412_992);

    // On a node that has the image: 5 s and 30 s, times two. Requests of up to 30 s.
    [Fact]
    public void A_classifier_that_starts_in_half_a_minute()
    {
        var budget = ColdStartBudget.For(new ColdStartRequest
        {
            Node = NodeSupply.Running,
            Image = ByteSize.FromMebibytes(512),
            ImageDelivery = ImageDelivery.OnNode,
            Weights = default,
            Delivery = WeightDelivery.InImage,
            Engine = [new ColdStartFigure("start of the classifier", 30, null, null)],
            Replaces = Termination.For(ShutdownBehaviour.Ignores, 30),
        });

        Assert.Equal((70, 6), (budget.Total.TotalSeconds, budget.StartupProbeFailureThreshold));
        // Kubernetes' own ten minutes are more than 45 s and 70 s.
        Assert.Equal((45, 600), (budget.Grace.TotalSeconds, budget.ProgressDeadlineSeconds));
        Assert.Equal((15, 15, 10), (budget.PulumiTimeout.TotalMinutes, budget.RolloutTimeout(3).TotalMinutes, budget.DeleteTimeout.TotalMinutes));
    }

    // Times two: a node in 300 s, the image of 9 GiB in 339.8 s, then either a copy in 2,822.1 s and loading in 421.6 s, or streaming in 126.0 s; and 269 s for the engine.
    // Requests of up to 300 s: a grace of 325 s.
    [Theory]
    [InlineData(false, 8306, 8631, 139, 149)]
    [InlineData(true, 2070, 2395, 79, 45)]
    public void A_language_model_of_70_billion_parameters(bool streamed, int totalSeconds, int deadlineSeconds, int probes, int pulumiMinutes)
    {
        var runtime = Vllm.For(new RuntimeRequest
        {
            Model = "llama",
            Devices = 8,
            IsInS3 = true,
            LongestRequestSeconds = 300,
            Llm = new LlmOptions { Context = 8192, Concurrency = 16, TensorParallel = 8, Loader = streamed ? TensorLoader.Streamer : TensorLoader.Safetensors },
        });
        var budget = ColdStartBudget.For(new ColdStartRequest
        {
            Node = NodeSupply.ManagedNodeGroup,
            Image = runtime.ImageSize,
            Weights = _weightsOf70B,
            Delivery = runtime.StreamsModel ? WeightDelivery.S3Stream : WeightDelivery.S3Copy,
            Loader = runtime.Loader,
            Engine = runtime.Engine,
            Replaces = Termination.For(runtime.Shutdown, 300),
        });

        Assert.Equal((totalSeconds, deadlineSeconds), ((int)Math.Ceiling(budget.Total.TotalSeconds), budget.ProgressDeadlineSeconds));
        Assert.Equal((probes, 325), (budget.StartupProbeFailureThreshold, budget.Grace.TotalSeconds));
        Assert.Equal((pulumiMinutes, 11), (budget.PulumiTimeout.TotalMinutes, budget.DeleteTimeout.TotalMinutes));
    }

    // 9 GiB, a new node of Karpenter's and nothing else: 211 s, and then 339.8, 169.9 or 5 s, all times two.
    [Theory]
    [InlineData(ImageDelivery.Pull, 1102)]
    [InlineData(ImageDelivery.ParallelPull, 762)]
    [InlineData(ImageDelivery.OnNode, 432)]
    public void The_way_of_the_image_is_a_term_of_its_own(ImageDelivery delivery, int seconds) => Assert.Equal(
        seconds,
        (int)Math.Ceiling(ColdStartBudget.For(new ColdStartRequest
        {
            Node = NodeSupply.Karpenter,
            Image = ByteSize.FromGibibytes(9),
            ImageDelivery = delivery,
            Weights = default,
            Delivery = WeightDelivery.InImage,
            Engine = ImmutableArray<ColdStartFigure>.Empty,
        }).NodeAndImage.TotalSeconds));
}
