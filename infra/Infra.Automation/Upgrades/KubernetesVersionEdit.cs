using Infra.Automation.Promotion;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Upgrades;

/// <summary>Sets the cluster's Kubernetes version in an environment's file: that value changes, or a line for it is added, and nothing else.</summary>
/// <param name="project">The project's name, under which its configuration stands.</param>
public sealed class KubernetesVersionEdit(string project)
{
    private const string Version = "version";

    private string Path => $"{project}:cluster.eks";

    /// <summary>The text with that version; or what is in the way.</summary>
    /// <param name="file">The environment's file.</param>
    /// <param name="version">Minor version, such as 1.36; it is written as text, for as a number 1.30 would be 1.3.</param>
    public PromotionResult Set(EnvironmentText file, string version)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(version);
        YamlSource source;
        try
        {
            source = YamlSource.Parse(file.Text);
        }
        catch (YamlException problem)
        {
            return PromotionResult.Failed([$"{file.Name}:{problem.Start.Line}:{problem.Start.Column}: {problem.Message}"]);
        }

        var eks = source.Find(source.Find(source.Find(source.Root, "config"), $"{project}:cluster"), "eks");
        if (eks is YamlPlace.Alias || (eks is YamlPlace.Map shared && source.IsShared(shared)))
        {
            return PromotionResult.Failed([$"{file.Name}: {Path} has an anchor that other values refer to, which would change with it; write those values out first"]);
        }
        if (eks is not YamlPlace.Map map)
        {
            return PromotionResult.Failed([$"{file.Name}: has no map {Path}, so that the cluster isn't this environment's own"]);
        }

        var edits = new YamlEdits(source.Text);
        Set(source, edits, map, $"\"{version}\"");
        return new PromotionResult(edits.Apply(), []);
    }

    private static void Set(YamlSource source, YamlEdits edits, YamlPlace.Map map, string value)
    {
        if (map.Own(Version) is { } now)
        {
            edits.Replace(now.Start, now.End, value);
        }
        else if (map.Entries.Count == 0)
        {
            edits.Replace(map.Start, map.End, $"{{ {Version}: {value} }}");
        }
        else if (map.IsFlow)
        {
            edits.Insert(map.Entries[0].Key.Start, $"{Version}: {value}, ");
        }
        else
        {
            var first = map.Entries[0].Key;
            edits.Insert(first.Start, $"{Version}: {value}{source.NewLine}{new string(' ', source.Column(first.Start))}");
        }
    }
}
