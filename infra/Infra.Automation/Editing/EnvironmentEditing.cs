using Infra.Automation.Promotion;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Editing;

/// <summary>Changes some keys of pools and models in the text of an environment file; everything else stays as it is written, comments and order too.</summary>
/// <param name="project">The project's name, under which its configuration stands.</param>
public sealed class EnvironmentEditing(string project)
{
    /// <summary>Applies edits, one after the other.</summary>
    /// <param name="file">The environment file.</param>
    /// <param name="edits">What is to change.</param>
    /// <returns>The text that the file should have, or what is in the way.</returns>
    public PromotionResult Apply(EnvironmentText file, IEnumerable<ItemEdit> edits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(edits);
        foreach (var edit in edits)
        {
            var result = Apply(file, edit);
            if (result.Text is not { } text)
            {
                return result;
            }

            file = file with { Text = text };
        }

        return new PromotionResult(file.Text, []);
    }

    private PromotionResult Apply(EnvironmentText file, ItemEdit edit)
    {
        try
        {
            var target = YamlSource.Parse(file.Text);
            if (Find(target, edit) is not { } item)
            {
                return PromotionResult.Failed([$"{file.Name}: {project}:{edit.List} has nothing that is called '{edit.Item}'"]);
            }

            var problems = new List<string>();
            var edits = new YamlEdits(target.Text);
            Merge(edit, item, target, edits, problems, $"{file.Name}: {project}:{edit.List}['{edit.Item}']");
            return problems.Count > 0 ? PromotionResult.Failed(problems) : new PromotionResult(edits.Apply(), []);
        }
        catch (YamlException problem)
        {
            return PromotionResult.Failed([$"{file.Name}:{problem.Start.Line}:{problem.Start.Column}: {problem.Message}"]);
        }
    }

    private static void Merge(ItemEdit edit, YamlPlace.Map item, YamlSource target, YamlEdits edits, List<string> problems, string path)
    {
        var own = edit.Key is null ? item : item.Own(edit.Key) as YamlPlace.Map;
        var source = YamlSource.Parse(own is null ? $"{edit.Key}: {edit.Yaml}" : edit.Yaml);
        var wanted = (YamlPlace.Map)source.Root!;
        var keys = source.Entries(wanted).Select(entry => entry.Key).Concat(edit.Without).ToHashSet(StringComparer.Ordinal);
        new MapMerge(source, target, edits, problems).Merge(wanted, own ?? item, edit.Key is null || own is null ? path : $"{path}.{edit.Key}", keys.Contains);
    }

    private YamlPlace.Map? Find(YamlSource file, ItemEdit edit) =>
        file.Find(file.Find(file.Root, "config"), $"{project}:{edit.List}") is { } list && file.Resolve(list) is YamlPlace.List items
            ? items.Items.Select(file.Resolve).OfType<YamlPlace.Map>().FirstOrDefault(item => file.Find(item, "name") is { } name && file.Resolve(name) is YamlPlace.Scalar { Value: var text } && text == edit.Item)
            : null;
}
