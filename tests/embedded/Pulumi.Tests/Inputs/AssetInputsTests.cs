namespace Pulumi.Tests.Inputs;

/// <summary>"Shape of Inputs", row "StringAsset, FileAsset, …": the asset object itself.</summary>
public sealed class AssetInputsTests
{
    public static TheoryData<AssetOrArchive> Assets =>
    [
        new StringAsset("text"),
        new FileAsset("./file.txt"),
        new RemoteAsset("https://example.com/file"),
        new FileArchive("./folder"),
        new RemoteArchive("https://example.com/archive.zip"),
        new AssetArchive(new Dictionary<string, AssetOrArchive> { ["inner"] = new StringAsset("text") }),
    ];

    [Theory]
    [MemberData(nameof(Assets))]
    public async Task Asset_arrives_as_an_asset_of_its_type(AssetOrArchive asset)
    {
        var mocks = await Mocked.RunAsync(() => _ = new Box("box", new BoxArgs { Value = asset }));

        Assert.Equal(asset.GetType(), mocks["box"].Inputs["v"].GetType());
    }

    [Fact]
    public async Task Asset_below_a_map_arrives_in_its_place()
    {
        var mocks = await Mocked.RunAsync(() =>
            _ = new Box("box", new BoxArgs { Value = new InputMap<AssetOrArchive> { ["code"] = new StringAsset("text") } }));

        Assert.Equal("{v: {code: <StringAsset>}}", Shape.Of(mocks["box"].Inputs));
    }
}
