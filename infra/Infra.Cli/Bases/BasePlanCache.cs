using Infra.Planning.Json;
using Infra.Planning.Model;

namespace Infra.Cli.Bases;

/// <summary>Plans of other revisions, and the worktrees they are made in. Only the user can read them, although no plan has a secret.</summary>
internal sealed class BasePlanCache
{
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MostPlans = 50;

    private static readonly TimeSpan _abandonedAfter = TimeSpan.FromDays(1);

    private readonly string _plans;
    private readonly string _worktrees;

    /// <exception cref="UsageException">The folder can't be written.</exception>
    public BasePlanCache(string folder)
    {
        try
        {
            (_plans, _worktrees) = (Create(Path.Combine(folder, "bases")), Create(Path.Combine(folder, "worktrees")));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{folder}' can't keep what is made of other revisions: {FileTrouble.Of(e)}", $"Set {CacheFolder.Variable} to a folder that can.");
        }
    }

    /// <summary>The plan that was kept under a key; null for none, or for one that an older program wrote.</summary>
    public Plan? Find(string key)
    {
        var file = PlanFile(key);
        try
        {
            using var text = File.OpenText(file);
            var plan = PlanJson.Read(text);
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow);
            return plan;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlanFormatException)
        {
            return null;
        }
    }

    /// <summary>Keeps a plan, and forgets those that nobody has asked for in the longest time. One that can't be kept is made again.</summary>
    public void Keep(string key, Plan plan)
    {
        try
        {
            Write(PlanFile(key), plan);
            foreach (var old in new DirectoryInfo(_plans).GetFiles().OrderByDescending(static file => file.LastWriteTimeUtc).Skip(MostPlans))
            {
                old.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk is full, perhaps; the plan is there all the same.
        }
    }

    /// <summary>The path of a worktree that isn't there yet.</summary>
    public string NewWorktree(string commit) => Path.Combine(_worktrees, $"{commit[..12]}-{Path.GetRandomFileName()}");

    /// <summary>What processes left behind that were killed before they could clear up.</summary>
    public IEnumerable<string> AbandonedWorktrees() =>
        new DirectoryInfo(_worktrees).GetDirectories().Where(static folder => DateTime.UtcNow - folder.CreationTimeUtc > _abandonedAfter).Select(static folder => folder.FullName);

    private void Write(string file, Plan plan)
    {
        // Whole or not at all: another process may look for it.
        var staged = Path.Combine(_plans, $".{Path.GetRandomFileName()}");
        using (var stream = new FileStream(staged, Options()))
        using (var text = new StreamWriter(stream))
        {
            PlanJson.Write(plan, text);
        }
        File.Move(staged, file, overwrite: true);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyUser;
        }
        return options;
    }

    private static string Create(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder).FullName
        : Directory.CreateDirectory(folder, OnlyUser | UnixFileMode.UserExecute).FullName;

    private string PlanFile(string key) => Path.Combine(_plans, $"{key}.json");
}
