using Infra.Core.Catalog;
using Infra.Core.Serving.ColdStart;
using Infra.Core.Storage;
using Infra.Core.Units;
using Infra.TestKit;

namespace Infra.Core.Tests.Serving;

/// <summary>The figures of docs/storage.md are those that budgets are made of.</summary>
public sealed class StoragePageTests
{
    private static readonly string[] _page = File.ReadAllLines(RepositoryRoot.Combine("docs/storage.md"));

    public static TheoryData<string, WeightDelivery, bool> Rows => new()
    {
        { "S3, copied", WeightDelivery.S3Copy, false },
        { "S3, streamed", WeightDelivery.S3Stream, true },
        { "cache on the node", WeightDelivery.NodeCache, false },
        { "Hugging Face", WeightDelivery.HuggingFace, false },
        { "EBS gp3 as it comes, 125 MiB/s", VolumeDelivery.Of(VolumeKind.Ebs, null), false },
        { "EBS gp3 with 1,000 MiB/s", VolumeDelivery.Of(VolumeKind.Ebs, 1000), false },
        { "EFS, elastic throughput", VolumeDelivery.Of(VolumeKind.Efs, null), false },
        { "FSx for Lustre, 250 MB/s per TiB, 2.4 TiB", VolumeDelivery.Of(VolumeKind.Lustre, LustreRules.MebibytesPerSecond(ByteSize.FromGibibytes(2400), 250)), false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Copying_and_loading_take_as_long_as_the_page_says(string where, WeightDelivery delivery, bool streamed)
    {
        var terms = Terms(delivery, streamed ? WeightLoader.Streamer : WeightLoader.Safetensors);
        var cells = Cells(where);

        Assert.Equal(Seconds(terms, ColdStartStep.Copy), cells[1]);
        // A cell may say more: what the other of volume and loader takes.
        Assert.EndsWith(Seconds(terms, ColdStartStep.Load), cells[2], StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_is_copied_only() =>
        Assert.Equal([Seconds(Terms(WeightDelivery.Archive, WeightLoader.WithinStart), ColdStartStep.Copy), ""], Cells("a public host at 100 Mbit/s")[1..3]);

    [Fact]
    public void Images_and_nodes_take_as_long_as_the_page_says()
    {
        Assert.Contains($"| node | {Of(ColdStartFigures.ManagedNode)} in a node group, {Of(ColdStartFigures.KarpenterNode)} by Karpenter |", string.Join('\n', _page), StringComparison.Ordinal);
        Assert.Equal(Of(ColdStartFigures.ImagePull), Cells("image of 9.5 GB")[1]);
        Assert.Equal(
            $"`images.parallelPull`: {Of(ColdStartFigures.ImageParallelPull)}; `images.snapshot`: {Of(ColdStartFigures.ImageOnNode)}; `images.prePull`: {Of(ColdStartFigures.ImageOnNode)} on nodes that run",
            Cells("image of 9.5 GB")[2]);
        Assert.Equal($"{ColdStartFigures.Vllm.Sum(figure => figure.Seconds):0} s", Cells("vLLM's own start")[1]);

        static string Of(ColdStartFigure figure) => $"{figure.Seconds:0} s";
    }

    private static List<ColdStartTerm> Terms(WeightDelivery delivery, WeightLoader loader) => [.. new ColdStartRequest
    {
        Node = NodeSupply.Running,
        Image = default,
        Weights = new ByteSize(15_000_000_000),
        Delivery = delivery,
        Loader = loader,
        Engine = [],
    }.Terms()];

    private static string Seconds(IEnumerable<ColdStartTerm> terms, ColdStartStep step) =>
        terms.SingleOrDefault(term => term.Step == step) is { } term ? FormattableString.Invariant($"{term.Duration.TotalSeconds:#,0} s") : "";

    private static string[] Cells(string row) =>
        [.. Assert.Single(_page, line => line.StartsWith($"| {row} |", StringComparison.Ordinal)).Trim('|').Split('|').Select(cell => cell.Trim())];
}
