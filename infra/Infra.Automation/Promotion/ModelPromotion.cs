using System.Collections.Immutable;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Promotion;

/// <summary>
/// Takes what a model is in one environment over to another: its files, its runtime and how that is set up. What belongs to the place
/// stays: pools, replicas, tenant, way in. The text of the environment file is edited where it has to change, and nowhere else.
/// </summary>
/// <param name="project">The project's name, under which its configuration stands.</param>
/// <param name="keys">Keys of a model that are taken over.</param>
public sealed class ModelPromotion(string project, IReadOnlySet<string> keys)
{
    private string ModelsKey => $"{project}:models";

    /// <summary>Promotes a model.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="from">Where it is as it should be.</param>
    /// <param name="to">Where it is going.</param>
    /// <returns>The text that the second file should have; the same text where nothing has to change; or what is in the way.</returns>
    public PromotionResult Promote(string model, EnvironmentText from, EnvironmentText to)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        var problems = new List<string>();
        var source = Read(from, problems);
        var target = Read(to, problems);
        if (source is null || target is null)
        {
            return PromotionResult.Failed(problems);
        }

        var models = Models(source, source.Root);
        if (Find(source, models, model) is not { } wanted)
        {
            return PromotionResult.Failed([$"{from.Name}: {ModelsKey} has no model '{model}'; there {(Names(source, models) is { Length: > 0 } names ? $"are: {names}" : "is none")}"]);
        }
        if (Models(target, target.Root) is not { } list)
        {
            return PromotionResult.Failed([$"{to.Name}: has no list {ModelsKey}; add it, if only as '{ModelsKey}: []'"]);
        }

        var edits = new YamlEdits(target.Text);
        if (Find(target, list, model) is { } present)
        {
            new MapMerge(source, target, edits, problems).Merge(wanted, present, $"{to.Name}: {ModelsKey}['{model}']", keys.Contains);
        }
        else
        {
            new ListAppend(source, target, edits).Append(wanted, list);
        }

        return problems.Count > 0 ? PromotionResult.Failed(problems) : new PromotionResult(edits.Apply(), []);
    }

    private static YamlSource? Read(EnvironmentText file, List<string> problems)
    {
        try
        {
            return YamlSource.Parse(file.Text);
        }
        catch (YamlException problem)
        {
            problems.Add($"{file.Name}:{problem.Start.Line}:{problem.Start.Column}: {problem.Message}");
            return null;
        }
    }

    private YamlPlace.List? Models(YamlSource file, YamlPlace? root) => file.Find(file.Find(root, "config"), ModelsKey) is { } models ? file.Resolve(models) as YamlPlace.List : null;

    private static YamlPlace.Map? Find(YamlSource file, YamlPlace.List? models, string name) =>
        models?.Items.Select(file.Resolve).OfType<YamlPlace.Map>().FirstOrDefault(model => NameOf(file, model) == name);

    private static string Names(YamlSource file, YamlPlace.List? models) => string.Join(", ", (models?.Items ?? []).Select(file.Resolve).OfType<YamlPlace.Map>().Select(model => NameOf(file, model)));

    private static string? NameOf(YamlSource file, YamlPlace.Map model) => file.Find(model, "name") is { } name && file.Resolve(name) is YamlPlace.Scalar text ? text.Value : null;
}
