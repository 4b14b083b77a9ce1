using System.Text;
using Infra.Capacity.Platform;
using Infra.Capacity.Profiles;
using Infra.Capacity.Service;
using Infra.Core.Configuration;

namespace Infra.Cli.Capacity;

/// <summary>Measured profiles in files.</summary>
internal static class ProfileFiles
{
    /// <summary>Reads them.</summary>
    /// <param name="files">Files by model.</param>
    /// <exception cref="UsageException">A file can't be read, or is no profile.</exception>
    public static IReadOnlyDictionary<string, ServiceProfile> Read(IReadOnlyDictionary<string, string> files)
    {
        var (profiles, problems) = (new SortedDictionary<string, ServiceProfile>(StringComparer.Ordinal), new ConfigProblems());
        foreach (var (model, path) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (ProfileFile.Read(InputFile.Shown(path), Text(path), problems) is { } profile)
            {
                profiles[model] = profile;
            }
        }

        return problems.IsEmpty ? profiles : throw new UsageException(problems.Render("--profile"));
    }

    /// <exception cref="UsageException">A profile is for a model that isn't there.</exception>
    public static void RequireModels(IReadOnlyDictionary<string, string> files, SimulatedPlatform platform)
    {
        var names = platform.Models.Select(model => model.Name).ToList();
        foreach (var name in files.Keys.Select(key => key.Split('@')[0]).Order(StringComparer.Ordinal).Where(name => !names.Contains(name)))
        {
            throw new UsageException($"--profile: the plan has no model {Shown.Quoted(name)}; there are: {Shown.List(names)}");
        }
    }

    private static string Text(string path)
    {
        using var text = new StreamReader(InputFile.Open("--profile", path), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return text.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"--profile: '{InputFile.Shown(path)}' is no UTF-8 text");
        }
    }
}
