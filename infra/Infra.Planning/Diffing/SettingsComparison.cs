using Infra.Planning.Model;

namespace Infra.Planning.Diffing;

/// <summary>What differs in what Pulumi notes of a resource besides its inputs.</summary>
internal sealed class SettingsComparison(ResourcePairs pairs, bool sameReader)
{
    public List<PropertyChange> Of(PlannedResource before, PlannedResource after)
    {
        // An alias that led here has been told of.
        var renamed = before.Urn != after.Urn;
        var changes = before.Options == after.Options
            ? []
            : ValueComparison.Of(Options(before.Options, renamed), Options(after.Options, renamed)).Select(static change => Below("options", change)).ToList();
        Reference("parent", before.Parent, after.Parent);
        Reference("provider", before.Provider, after.Provider);
        // What isn't known may come from elsewhere now, and only this tells.
        if (sameReader && !before.Dependencies.Equals(after.Dependencies) && PlanValues.Any(after.Inputs, static value => value is PlanValue.Unknown))
        {
            changes.AddRange(ValueComparison.Of(Dependencies(before, static (_, urn) => urn), Dependencies(after, static (renamed, urn) => renamed.UrnBefore(urn)))
                .Select(static change => change with { Fold = Fold.Dependency, Effect = PropertyEffect.None }));
        }
        if (before.ReadId != after.ReadId)
        {
            changes.Add(Change(PathStep.Of("id"), Text(before.ReadId), Text(after.ReadId)));
        }
        // A state has the outputs of all resources, and reads them back; a plan has those of the stack.
        if (before.Outputs is not null && after.Outputs is not null)
        {
            changes.AddRange(ValueComparison.Of(before.Outputs, after.Outputs)
                .Select(static change => Below("outputs", change))
                .Select(change => sameReader || !change.IsOpen ? change : change with { Fold = Fold.NotComparable, Effect = PropertyEffect.None }));
        }
        return changes;

        void Reference(string name, Urn? old, Urn? asked)
        {
            if (!pairs.IsSame(old, asked))
            {
                changes.Add(Change(PathStep.Of(name), Text(old?.ToString()), Text(asked?.ToString())));
            }
        }
    }

    private static PropertyChange Below(string root, PropertyChange change) => change with { Path = new PropertyPath([PathStep.Of(root), .. change.Path.Steps]) };

    private static PropertyChange Change(PathStep step, PlanValue? before, PlanValue? after)
    {
        var kind = before is null ? PropertyChangeKind.Add : after is null ? PropertyChangeKind.Remove : PropertyChangeKind.Change;
        return new PropertyChange(PropertyPath.Root.Then(step), kind, before, after);
    }

    private ValueMap Dependencies(PlannedResource resource, Func<ResourcePairs, Urn, Urn> name) =>
        Map(("dependencies", Texts(resource.Dependencies.Select(urn => name(pairs, urn).ToString()).Order(StringComparer.Ordinal))));

    private ValueMap Options(PlannedOptions options, bool renamed)
    {
        (string Key, PlanValue? Value)[] everywhere =
        [
            ("protect", Flag(options.Protect)),
            ("retainOnDelete", Flag(options.RetainOnDelete)),
        ];
        // What is deployed doesn't say more than that of what the program asked for, or says it otherwise.
        (string Key, PlanValue? Value)[] asked = sameReader
            ?
            [
                // Here, false overrules the provider.
                ("deleteBeforeReplace", options.DeleteBeforeReplace is { } first ? new PlanValue.Bool(first) : null),
                ("ignoreChanges", Texts(options.IgnoreChanges)),
                ("replaceOnChanges", Texts(options.ReplaceOnChanges)),
                ("replaceWith", Texts(options.ReplaceWith.Select(static urn => urn.ToString()))),
                ("hideDiffs", Texts(options.HideDiffs)),
                ("additionalSecretOutputs", Texts(options.AdditionalSecretOutputs)),
                ("aliases", renamed ? null : Texts(options.Aliases.Select(static urn => urn.ToString()))),
                ("deletedWith", Text(options.DeletedWith?.ToString())),
                ("version", Text(options.Version)),
                ("pluginDownloadURL", Text(options.PluginDownloadUrl)),
                ("import", Text(options.Import)),
                ("customTimeouts", Timeouts(options.CustomTimeouts)),
            ]
            : [];
        return Map([.. everywhere, .. asked]);
    }

    private static PlanValue.Object? Timeouts(PlannedTimeouts? timeouts) => timeouts is null
        ? null
        : new PlanValue.Object(Map(("create", Seconds(timeouts.Create)), ("update", Seconds(timeouts.Update)), ("delete", Seconds(timeouts.Delete))));

    private static ValueMap Map(params (string Key, PlanValue? Value)[] values) =>
        ValueMap.Create(values.Where(static v => v.Value is not null).Select(static v => KeyValuePair.Create(v.Key, v.Value!)));

    // False is what nobody wrote.
    private static PlanValue.Bool? Flag(bool? flag) => flag is true ? new PlanValue.Bool(true) : null;

    private static PlanValue.String? Text(string? text) => text is null ? null : new PlanValue.String(text);

    private static PlanValue.Number? Seconds(TimeSpan? time) => time is { } t ? new PlanValue.Number(t.TotalSeconds) : null;

    private static PlanValue.List? Texts(IEnumerable<string> texts) => texts.ToList() is { Count: > 0 } all ? new PlanValue.List([.. all.Select(static text => new PlanValue.String(text))]) : null;
}
