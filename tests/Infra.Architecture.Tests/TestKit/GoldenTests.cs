using Infra.TestKit;

namespace Infra.Architecture.Tests.TestKit;

/// <summary>Golden files: what a mismatch says, and that only an update writes.</summary>
public sealed class GoldenTests : IDisposable
{
    private const string HowToUpdate = "If the new text is right, run the test with UPDATE_GOLDEN=1 and commit the file.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_text_matches() => Golden.Match("a\nb\n", _folder.Write("a.txt", "a\nb\n"), update: false);

    [Theory]
    [InlineData("a\nb\n", "a\nc\n", "line 2:\n  expected: b\n  actual:   c")]
    [InlineData("a\nb\n", "a\n", "line 2:\n  expected: b\n  actual:   ")]
    [InlineData("a", "a\nb", "line 2:\n  expected: (the text has ended)\n  actual:   b")]
    [InlineData("a\n", "a\r\n", "line 1:\n  expected: a\n  actual:   a\r")]
    public void The_first_difference_is_shown(string expected, string actual, string difference)
    {
        var file = _folder.Write("a.txt", expected);

        var exception = Assert.Throws<GoldenMismatchException>(() => Golden.Match(actual, file, update: false));

        Assert.Equal($"a.txt, {difference}\n{HowToUpdate}", exception.Message);
        Assert.Equal(expected, File.ReadAllText(file));
    }

    [Fact]
    public void A_missing_file_is_said()
    {
        var file = _folder.Combine("Golden", "a.txt");

        var exception = Assert.Throws<GoldenMismatchException>(() => Golden.Match("a", file, update: false));

        Assert.Equal($"There is no golden file '{file}'. {HowToUpdate}", exception.Message);
    }

    [Fact]
    public void An_update_writes_the_file()
    {
        var file = _folder.Combine("Golden", "a.txt");

        Golden.Match("a\n", file, update: true);

        Assert.Equal("a\n", File.ReadAllText(file));
    }
}
