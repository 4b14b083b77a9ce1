namespace Infra.Cli;

/// <summary>A file that an option names. What is wrong with it is said with the path as it was given.</summary>
internal static class InputFile
{
    private const int LongestPath = 200;

    /// <exception cref="UsageException">There is no such file, or it can't be read.</exception>
    public static Stream Open(string option, string path)
    {
        Require(option, path);
        try
        {
            return File.OpenRead(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: {Named(path)} can't be read; the permission is missing");
        }
        catch (IOException)
        {
            throw new UsageException($"{option}: {Named(path)} can't be read; another program may hold it");
        }
    }

    /// <exception cref="UsageException">There is no such file.</exception>
    public static void Require(string option, string path)
    {
        if (path.Length == 0)
        {
            throw new UsageException($"{option}: the path of a file is empty");
        }
        if (Directory.Exists(path))
        {
            throw new UsageException($"{option}: {Named(path)} is a folder; name a file");
        }
        if (!File.Exists(path))
        {
            throw new UsageException($"{option}: there is no file {Named(path)}");
        }
    }

    /// <summary>For who has to read it more than once.</summary>
    /// <exception cref="UsageException">It can be read only once, as a pipe.</exception>
    public static void RequireRepeatable(string option, string path)
    {
        using var stream = Open(option, path);
        if (!stream.CanSeek)
        {
            throw new UsageException($"{option}: {Named(path)} can be read only once, and is needed more often; write it to a file");
        }
    }

    /// <summary>The path in a message.</summary>
    public static string Shown(string path) => Core.Configuration.Shown.Line(path, LongestPath);

    private static string Named(string path) => $"'{Shown(path)}'";
}
