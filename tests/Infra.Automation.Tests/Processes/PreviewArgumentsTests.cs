using Infra.Automation.Engine;

namespace Infra.Automation.Tests.Processes;

public sealed class PreviewArgumentsTests
{
    [Fact]
    public void Of_an_update() => AssertArguments("preview --json --show-sames --stack dev", new PreviewRequest());

    [Fact]
    public void With_everything() => AssertArguments(
        "preview --refresh --json --show-sames --stack dev --config-file other.yaml --target urn:a --target urn:b",
        new PreviewRequest { Refresh = true, ConfigFile = "other.yaml", Targets = ["urn:a", "urn:b"] });

    [Fact]
    public void Of_a_refresh() => AssertArguments("refresh --preview-only --json --show-sames --stack dev", new PreviewRequest { Operation = PreviewedOperation.Refresh, Refresh = true });

    [Fact]
    public void Of_a_destruction() => AssertArguments("destroy --preview-only --refresh --json --show-sames --stack dev", new PreviewRequest { Operation = PreviewedOperation.Destroy, Refresh = true });

    [Theory]
    [InlineData("CreateReplacement", "create-replacement")]
    [InlineData("Same", "same")]
    [InlineData("InProgress", "in-progress")]
    public void The_engines_words(string name, string word) => Assert.Equal(word, EngineWords.Of(name));

    private static void AssertArguments(string expected, PreviewRequest request) => Assert.Equal(expected, string.Join(' ', PreviewArguments.Of("dev", request)));
}
