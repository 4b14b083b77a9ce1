using Infra.TestKit;

namespace Infra.Cli.Tests;

/// <summary>That entries change places all together or not at all.</summary>
public sealed class FolderExchangeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FolderExchangeTests()
    {
        _folder.Write("out/a", "old");
        _folder.Write("out/x/b", "old");
        _folder.Write("out/.staging/new/a", "new");
        _folder.Write("out/.staging/new/y/c", "new");
    }

    public void Dispose() => _folder.Dispose();

    private DirectoryInfo Staging => new(_folder.Combine("out/.staging"));

    [Fact]
    public void The_new_entries_are_there_and_the_old_ones_are_not()
    {
        new FolderExchange(_folder.Combine("out"), Staging).Run(_folder.Combine("out/.staging/new"));

        Assert.Equal([".staging/old/a=old", ".staging/old/x/b=old", "a=new", "y/c=new"], Content());
    }

    [Fact]
    public void What_fails_on_the_way_changes_nothing()
    {
        _folder.Write("out/.staging/old/x/in-the-way", "");

        Assert.ThrowsAny<IOException>(() => new FolderExchange(_folder.Combine("out"), Staging).Run(_folder.Combine("out/.staging/new")));
        Assert.Equal([".staging/new/a=new", ".staging/new/y/c=new", ".staging/old/x/in-the-way=", "a=old", "x/b=old"], Content());
    }

    private string[] Content() =>
    [
        .. Directory.EnumerateFiles(_folder.Combine("out"), "*", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetRelativePath(_folder.Combine("out"), file).Replace('\\', '/')}={File.ReadAllText(file)}")
            .Order(StringComparer.Ordinal),
    ];
}
