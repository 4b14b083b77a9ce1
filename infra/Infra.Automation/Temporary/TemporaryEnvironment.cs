using Infra.Automation.Promotion;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Temporary;

/// <summary>The file of an environment that goes again: another's text with one line more. Everything else stays as it is, comments and order too.</summary>
/// <param name="project">The namespace of the configuration.</param>
public sealed class TemporaryEnvironment(string project)
{
    private const string From = "from";
    private const string Until = "until";

    private string Key => $"{project}:temporary";

    /// <summary>The text of a copy.</summary>
    /// <param name="original">The environment's file.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="until">Until when the copy is needed, as the file has it.</param>
    public EnvironmentEdit Copy(EnvironmentText original, string environment, string until)
    {
        ArgumentNullException.ThrowIfNull(original);
        var (source, problem) = Parse(original);
        if (source is null)
        {
            return EnvironmentEdit.Failed(problem!);
        }
        if (source.Root is not YamlPlace.Map root || root.Own("config") is not YamlPlace.Map { IsFlow: false, Entries: [var first, ..] } config)
        {
            return EnvironmentEdit.Failed($"{original.Name}: has no block 'config:' that a line could be added to");
        }
        if (config.Own(Key) is not null)
        {
            return EnvironmentEdit.Failed($"{original.Name}: is itself temporary; name the environment that it was copied from");
        }
        // Pulumi Cloud encrypts with a key of the stack alone; a passphrase's salt and a key management's data key are in the file, and go along.
        if (HasSecrets(config) && root.Own("encryptionsalt") is null && root.Own("encryptedkey") is null)
        {
            return EnvironmentEdit.Failed(
                $"{original.Name}: its secrets are encrypted for the stack '{environment}' alone (Pulumi Cloud's own key), and a copy couldn't read them; keep them in an external store (security.externalSecrets), or encrypt with a key of your own (pulumi stack change-secrets-provider)");
        }
        var edits = new YamlEdits(source.Text);
        var indent = new string(' ', source.Column(first.Key.Start));
        var key = root.Entries.Single(entry => entry.Key.Value == "config").Key;
        edits.InsertLine(source, key.End, $"{indent}{Key}: {{{From}: {environment}, {Until}: \"{until}\"}}");
        return new EnvironmentEdit(edits.Apply(), null);
    }

    /// <summary>The same file with another end.</summary>
    /// <param name="file">A copy's file.</param>
    /// <param name="until">Until when it is needed, as the file has it.</param>
    public EnvironmentEdit Extend(EnvironmentText file, string until)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (source, problem) = Parse(file);
        if (source is null)
        {
            return EnvironmentEdit.Failed(problem!);
        }
        if (source.Find(Temporary(source), Until) is not YamlPlace.Scalar end)
        {
            return EnvironmentEdit.Failed($"{file.Name}: says nothing of {Key}, so the environment is to stay; only one that './run up NAME --from ENVIRONMENT --ttl 8h' made has an end");
        }
        var edits = new YamlEdits(source.Text);
        edits.Replace(end.Start, end.End, $"\"{until}\"");
        return new EnvironmentEdit(edits.Apply(), null);
    }

    /// <summary>What a file says of where it was copied from, and of its end; nulls where it says nothing, or can't be read.</summary>
    public (string? From, string? Until) Read(EnvironmentText file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Parse(file).Source is { } source && Temporary(source) is { } temporary
            ? ((source.Find(temporary, From) as YamlPlace.Scalar)?.Value, (source.Find(temporary, Until) as YamlPlace.Scalar)?.Value)
            : (null, null);
    }

    private YamlPlace? Temporary(YamlSource source) => source.Find(source.Find(source.Root, "config"), Key);

    private static bool HasSecrets(YamlPlace place) => place.Subtree.OfType<YamlPlace.Map>().Any(map => map.Own("secure") is not null);

    private static (YamlSource? Source, string? Problem) Parse(EnvironmentText file)
    {
        try
        {
            return (YamlSource.Parse(file.Text), null);
        }
        catch (YamlException problem)
        {
            return (null, $"{file.Name}:{problem.Start.Line}:{problem.Start.Column}: {problem.Message}");
        }
    }
}
