namespace Infra.Cli.Bases;

/// <summary>Where this program keeps what it can make again: <c>INFRA_CACHE</c>, or a folder of its own among the user's caches.</summary>
internal static class CacheFolder
{
    public const string Variable = "INFRA_CACHE";

    private const string Name = "gpu-inference";

    /// <param name="variable">Looks up an environment variable.</param>
    /// <exception cref="UsageException">There is no such place.</exception>
    public static string Path(Func<string, string?> variable)
    {
        if (variable(Variable) is { Length: > 0 } own)
        {
            return System.IO.Path.GetFullPath(own);
        }
        // A relative path is to be ignored: https://specifications.freedesktop.org/basedir-spec/latest/.
        if (variable("XDG_CACHE_HOME") is { } caches && System.IO.Path.IsPathFullyQualified(caches))
        {
            return System.IO.Path.Combine(caches, Name);
        }
        if (variable("LOCALAPPDATA") is { Length: > 0 } local)
        {
            return System.IO.Path.Combine(local, Name);
        }
        return variable("HOME") is { Length: > 0 } home
            ? System.IO.Path.Combine(home, ".cache", Name)
            : throw new UsageException($"there is no place to keep what is made of other revisions: none of {Variable}, XDG_CACHE_HOME and HOME is set");
    }
}
