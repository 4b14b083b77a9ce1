using System.Text;
using Infra.Planning.Policies.Manifests;
using Infra.Planning.Policies.Suppressions;

namespace Infra.Cli.Policies;

/// <summary>The manifests below a folder, in ordinal order of their paths.</summary>
internal static class ManifestFiles
{
    // Beyond any manifest: the API server takes no object above 1.5 MiB.
    private const long MaxLength = 32 * 1024 * 1024;

    private static readonly string[] _endings = [".yaml", ".yml", ".json"];
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="UsageException">There is no such folder, nothing in it, or something in it that is no manifest yet.</exception>
    public static List<ManifestText> Read(string option, string folder)
    {
        var shown = InputFile.Shown(folder);
        if (!Directory.Exists(folder))
        {
            throw new UsageException(File.Exists(folder) ? $"{option}: '{shown}' is a file; name the folder that it is in" : $"{option}: there is no folder '{shown}'");
        }

        var files = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false })
            .Where(file => _endings.Contains(Path.GetExtension(file)) && Path.GetFileName(file) != SuppressionFile.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            throw new UsageException($"{option}: there are no manifests in '{shown}'; they end in {string.Join(", ", _endings)}");
        }

        foreach (var file in files)
        {
            RequireRendered(option, Name(folder, file));
        }

        return [.. files.Select(file => new ManifestText(Name(folder, file), Text(option, Name(folder, file), file)))];
    }

    private static void RequireRendered(string option, string name)
    {
        switch (Path.GetFileName(name))
        {
            case "Chart.yaml":
                throw new UsageException($"{option}: {name} makes this a Helm chart, whose templates are no manifests yet", "Render it first: helm template RELEASE CHART --output-dir DIR");
            case "kustomization.yaml" or "kustomization.yml":
                throw new UsageException($"{option}: {name} makes this a Kustomize folder, whose patches are no manifests", "Build it first: kubectl kustomize FOLDER > DIR/all.yaml");
        }
    }

    private static string Name(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static string Text(string option, string name, string file)
    {
        if (new FileInfo(file).Length > MaxLength)
        {
            throw new UsageException($"{option}: {name} is larger than 32 MiB, and no manifest");
        }

        try
        {
            using var stream = InputFile.Open(option, file);
            using var text = new StreamReader(stream, _strict, detectEncodingFromByteOrderMarks: true);
            return text.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{option}: {name} is not UTF-8 text");
        }
    }
}
