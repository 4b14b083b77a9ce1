using System.Collections.Immutable;
using Infra.Planning.Model;
using Pulumi.Embedded;

namespace Infra.Engine.Conversion;

/// <summary>Turns the engine's resources into the plan's. One per run: every URN of the run becomes one object.</summary>
internal sealed class ResourceConverter(string rootDirectory, Action<PlanDiagnostic> report)
{
    private readonly Dictionary<string, Urn> _urns = new(StringComparer.Ordinal);
    private readonly ValueConverter _values = new(new AssetConverter(rootDirectory));

    public PlannedResource Convert(RegisteredResource resource)
    {
        var urn = UrnOf(resource.Urn);
        var planned = new PlannedResource
        {
            Urn = urn,
            Parent = UrnOrNull(resource.Parent),
            Provider = UrnOrNull(resource.Provider) ?? DefaultProvider.Of(urn, resource),
            ReadId = resource.ReadId,
            Inputs = Properties(resource.Inputs, urn),
            Dependencies = Urns(resource.Dependencies),
            Options = Options(resource.Options),
        };
        return planned.Kind == ResourceKind.Stack ? planned with { Outputs = Properties(resource.Outputs, urn) } : planned;
    }

    private ValueMap Properties(ImmutableDictionary<string, object?> properties, Urn urn)
    {
        try
        {
            return _values.Convert(properties);
        }
        catch (UnplannableValueException e)
        {
            report(new PlanDiagnostic(DiagnosticSeverity.Error, e.Message, urn));
            return ValueMap.Empty;
        }
    }

    private PlannedOptions Options(RegisteredOptions options) => new()
    {
        Protect = options.Protect,
        RetainOnDelete = options.RetainOnDelete,
        DeleteBeforeReplace = options.DeleteBeforeReplace,
        IgnoreChanges = [.. options.IgnoreChanges],
        ReplaceOnChanges = [.. options.ReplaceOnChanges],
        ReplaceWith = Urns(options.ReplaceWith),
        HideDiffs = [.. options.HideDiffs],
        AdditionalSecretOutputs = [.. options.AdditionalSecretOutputs],
        Aliases = Urns(options.Aliases),
        DeletedWith = UrnOrNull(options.DeletedWith),
        Version = options.Version,
        PluginDownloadUrl = options.PluginDownloadUrl,
        Import = options.ImportId,
        CustomTimeouts = (options.CreateTimeout ?? options.UpdateTimeout ?? options.DeleteTimeout) is null
            ? null
            : new PlannedTimeouts { Create = options.CreateTimeout, Update = options.UpdateTimeout, Delete = options.DeleteTimeout },
    };

    private ValueList<Urn> Urns(ImmutableArray<string> urns) => [.. urns.Select(UrnOf)];

    private Urn? UrnOrNull(string? urn) => urn is null ? null : UrnOf(urn);

    private Urn UrnOf(string text)
    {
        if (!_urns.TryGetValue(text, out var urn))
        {
            urn = Urn.Parse(text);
            _urns.Add(text, urn);
        }

        return urn;
    }
}
