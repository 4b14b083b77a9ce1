using Infra.TestKit;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>Shared facts: a test skips where they can't be had, and fails in CI where only some are missing.</summary>
public sealed class SharedFactsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_fact_is_found()
    {
        _folder.Write("crds/a.yaml", "");

        Assert.Equal(_folder.Combine("crds", "a.yaml"), SharedFacts.Require(_folder.Path, isCi: true, "crds", "a.yaml"));
        Assert.Equal(_folder.Combine("crds"), SharedFacts.Require(_folder.Path, isCi: true, "crds"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Without_the_folder_or_outside_of_CI_the_test_is_skipped(bool isCi, bool exists)
    {
        var folder = exists ? _folder.Path : _folder.Combine("none");

        var exception = Assert.Throws<SkipException>(() => { SharedFacts.Require(folder, isCi, "crds", "a.yaml"); });

        Assert.Equal("needs 'crds/a.yaml' in a folder 'shared' beside the checkout", exception.Message);
    }

    [Fact]
    public void In_CI_a_gap_is_a_failure()
    {
        var exception = Assert.Throws<FileNotFoundException>(() => { SharedFacts.Require(_folder.Path, isCi: true, "crds", "a.yaml"); });

        Assert.Equal($"'crds/a.yaml' is missing from the shared facts in '{_folder.Path}'.", exception.Message);
    }
}
