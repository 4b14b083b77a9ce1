namespace Infra.Cli;

/// <summary>
/// Puts the entries of one folder in the place of another's, with nothing but renames, and back again where one of these
/// fails.
/// </summary>
/// <param name="staging">Inside of the folder, and no entry of it; takes the old entries.</param>
internal sealed class FolderExchange(string folder, DirectoryInfo staging)
{
    private readonly Stack<(string From, string To)> _moved = [];

    public void Run(string fresh)
    {
        var old = staging.CreateSubdirectory("old").FullName;
        try
        {
            Move(folder, old);
            Move(fresh, folder);
        }
        catch
        {
            while (_moved.TryPop(out var move))
            {
                Directory.Move(move.To, move.From);
            }
            throw;
        }
    }

    private void Move(string from, string to)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(from).Where(entry => Path.GetFileName(entry) != staging.Name).Order(StringComparer.Ordinal).ToList())
        {
            var target = Path.Combine(to, Path.GetFileName(entry));
            Directory.Move(entry, target); // also moves a file
            _moved.Push((entry, target));
        }
    }
}
