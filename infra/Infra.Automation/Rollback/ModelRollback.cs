using System.Collections.Immutable;
using Infra.Automation.Promotion;
using Infra.Automation.Yaml;
using YamlDotNet.Core;

namespace Infra.Automation.Rollback;

/// <summary>Makes a model again what an earlier text of the same file says it was. What belongs to the place stays as it is now: pools, replicas, tenant, way in.</summary>
/// <param name="project">The project's name, under which its configuration stands.</param>
/// <param name="modelKeys">Keys of a model that go back.</param>
/// <param name="versionKeys">Those among them that tell one version of it from another.</param>
public sealed class ModelRollback(string project, IReadOnlySet<string> modelKeys, IReadOnlySet<string> versionKeys)
{
    private readonly ModelPromotion _whole = new(project, modelKeys);
    private readonly ModelPromotion _version = new(project, versionKeys);

    /// <summary>What tells the model's version in a text, such as <c>s3://models/classifier/3</c>; none where the text has no such model, or is none that can be read.</summary>
    public ImmutableArray<string> VersionsIn(EnvironmentText file, string model)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var source = YamlSource.Parse(file.Text);
            var models = source.Find(source.Find(source.Root, "config"), $"{project}:models") is { } found ? source.Resolve(found) as YamlPlace.List : null;
            var map = models?.Items.Select(source.Resolve).OfType<YamlPlace.Map>()
                .FirstOrDefault(item => source.Find(item, "name") is { } name && source.Resolve(name) is YamlPlace.Scalar { Value: var text } && text == model);
            return map is null ? [] : [.. source.Entries(map).Where(entry => versionKeys.Contains(entry.Key)).SelectMany(entry => Texts(source, entry.Value))];
        }
        catch (YamlException)
        {
            // Somebody committed half an edit once; the version before it is still there.
            return [];
        }
    }

    /// <summary>Whether an earlier text is the one to go back to.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="version">The version that is asked for; null for the last that differs.</param>
    /// <param name="past">The earlier text.</param>
    /// <param name="current">Today's.</param>
    public bool IsWanted(string model, string? version, EnvironmentText past, EnvironmentText current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var versions = VersionsIn(past, model);
        return !versions.IsEmpty
            && _version.Promote(model, past, current).Text is { } text && text != current.Text
            && (version is null || versions.Any(known => IsVersion(known, version)));
    }

    /// <summary>Today's text with the model as it was.</summary>
    public PromotionResult Apply(string model, EnvironmentText past, EnvironmentText current) => _whole.Promote(model, past, current);

    // 3, or v2.1, or the whole of it: the last part of an address or of an image.
    private static bool IsVersion(string known, string asked) =>
        known == asked || (known.Length > asked.Length && known.EndsWith(asked, StringComparison.Ordinal) && known[^(asked.Length + 1)] is '/' or ':' or '@');

    private static IEnumerable<string> Texts(YamlSource source, YamlPlace place) => source.Resolve(place) switch
    {
        YamlPlace.Scalar { Value: var text } => [text],
        YamlPlace.List list => list.Items.SelectMany(item => Texts(source, item)),
        YamlPlace.Map map => source.Entries(map).SelectMany(entry => Texts(source, entry.Value)),
        _ => [],
    };
}
