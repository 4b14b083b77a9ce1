using Infra.Core.Catalog;
using Infra.TestKit;

namespace Infra.Core.Tests.Catalog;

public sealed class MigGeometryTests
{
    public static TheoryData<string> Ids => [.. Cuttable.Select(model => model.Id)];

    private static IEnumerable<AcceleratorModel> Cuttable => InstanceCatalog.Default.Models.Where(model => model.Mig is not null);

    [Fact]
    public void Only_the_big_GPUs_can_be_cut() => Assert.Equal(
        ["a100-40gb", "a100-80gb", "h100", "h200", "b200", "b300", "rtx-pro-server-6000"],
        Cuttable.Select(model => model.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_greatest_number_of_a_profile_is_what_its_slices_allow(string id)
    {
        var mig = Geometry(id);

        Assert.All(mig.Profiles, profile =>
        {
            Assert.StartsWith($"{profile.ComputeSlices}g.", profile.Name);
            Assert.Equal(Math.Min(mig.ComputeSlices / profile.ComputeSlices, mig.MemorySlices / profile.MemorySlices), profile.MaxPerGpu);
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_layout_fits_the_GPU_and_wastes_no_memory_that_a_piece_could_have(string id)
    {
        var mig = Geometry(id);

        Assert.Equal(mig.Profiles.Length + 1, mig.Layouts.Count());
        Assert.All(mig.Layouts, name =>
        {
            var pieces = mig.Layout(name)!.Value;
            Assert.NotEmpty(pieces);
            Assert.All(pieces, piece => Assert.True(piece.Count >= 1));
            Assert.InRange(pieces.Sum(piece => piece.Count * piece.Profile.ComputeSlices), 1, mig.ComputeSlices);
            Assert.InRange(pieces.Sum(piece => piece.Count * piece.Profile.MemorySlices), mig.MemorySlices / 2, mig.MemorySlices);
        });
    }

    [Fact]
    public void A_layout_gives_the_pieces_of_each_GPU()
    {
        var mig = Geometry("a100-40gb");

        Assert.Equal(["all-1g.5gb", "all-1g.10gb", "all-2g.10gb", "all-3g.20gb", "all-4g.20gb", "all-7g.40gb", "all-balanced"], mig.Layouts);
        Assert.Equal(["7 x nvidia.com/mig-1g.5gb"], Pieces(mig, "all-1g.5gb"));
        Assert.Equal(["2 x nvidia.com/mig-1g.5gb", "1 x nvidia.com/mig-2g.10gb", "1 x nvidia.com/mig-3g.20gb"], Pieces(mig, "all-balanced"));
        Assert.Null(mig.Layout("all-1g.20gb"));
        Assert.Null(mig.Layout("1g.5gb"));
    }

    // The names and numbers as NVIDIA's MIG manager ships them; one name can stand for several GPUs, then one of its entries has the number.
    [SkippableTheory]
    [MemberData(nameof(Ids))]
    public void NVIDIAs_MIG_manager_knows_every_layout(string id)
    {
        var shipped = SharedFacts.ReadText("data/mig-parted-default-config.configmap.yaml");

        Assert.All(Geometry(id).Layouts, name =>
        {
            var start = shipped.IndexOf($"      {name}:\n", StringComparison.Ordinal);
            Assert.True(start >= 0, $"no layout {name}");
            var end = shipped.IndexOf("\n      all-", start, StringComparison.Ordinal);
            var section = shipped[start..(end < 0 ? shipped.Length : end)];
            Assert.All(Geometry(id).Layout(name)!.Value, piece => Assert.Contains($"\"{piece.Profile.Name}\": {piece.Count}\n", section));
        });
    }

    private static MigGeometry Geometry(string id) => Cuttable.Single(model => model.Id == id).Mig!;

    private static IEnumerable<string> Pieces(MigGeometry mig, string layout) =>
        mig.Layout(layout)!.Value.Select(piece => $"{piece.Count} x {piece.Profile.Resource}");
}
