using Infra.Cli.Bases;
using Infra.TestKit;

namespace Infra.Cli.Tests.Bases;

public sealed class BasePlanCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Only_the_user_can_read_it()
    {
        var cache = new BasePlanCache(_folder.Combine("cache"));
        cache.Keep("dev", CommandLineFixture.PlanOf("dev"));

        Assert.Equal(CommandLineFixture.PlanOf("dev"), cache.Find("dev"));
        // Windows has lists of access, which a user's own folder passes on.
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Combine("cache", "bases", "dev.json")));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Combine("cache", "bases")));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"schemaVersion\": 0}")]
    public void What_another_version_wrote_is_made_again(string text)
    {
        var cache = new BasePlanCache(_folder.Combine("cache"));
        _folder.Write("cache/bases/dev.json", text);

        Assert.Null(cache.Find("dev"));
        Assert.Null(cache.Find("prod"));
    }

    [Fact]
    public void The_longest_unused_are_forgotten()
    {
        var cache = new BasePlanCache(_folder.Combine("cache"));
        for (var i = 0; i < 50; i++)
        {
            File.SetLastWriteTimeUtc(_folder.Write($"cache/bases/{i:D2}.json", ""), DateTime.UtcNow.AddHours(i - 100));
        }
        cache.Keep("new", CommandLineFixture.PlanOf("dev"));

        var left = Directory.GetFiles(_folder.Combine("cache", "bases")).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal((50, "01", "new"), (left.Count, left[0], left[^1]));
    }

    [Fact]
    public void A_folder_that_is_a_file()
    {
        var file = _folder.Write("cache", "");
        var refused = Assert.Throws<UsageException>(() => new BasePlanCache(file));

        Assert.Equal($"'{file}' can't keep what is made of other revisions: no folder can be made or changed there", refused.Message);
        Assert.Equal(["Set INFRA_CACHE to a folder that can."], refused.NextSteps);
    }

    [Theory]
    [InlineData("INFRA_CACHE=/own XDG_CACHE_HOME=/caches HOME=/home/me", "/own")]
    [InlineData("XDG_CACHE_HOME=/caches HOME=/home/me", "/caches/gpu-inference")]
    [InlineData("XDG_CACHE_HOME=caches HOME=/home/me", "/home/me/.cache/gpu-inference")]
    [InlineData("INFRA_CACHE= HOME=/home/me", "/home/me/.cache/gpu-inference")]
    [InlineData("LOCALAPPDATA=/local HOME=/home/me", "/local/gpu-inference")]
    public void Where_it_is(string variables, string expected)
    {
        var set = variables.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        Assert.Equal(Path.GetFullPath(expected), Path.GetFullPath(CacheFolder.Path(set.GetValueOrDefault)));
    }

    [Fact]
    public void Nowhere() => Assert.Equal(
        "there is no place to keep what is made of other revisions: none of INFRA_CACHE, XDG_CACHE_HOME and HOME is set",
        Assert.Throws<UsageException>(() => CacheFolder.Path(_ => null)).Message);
}
