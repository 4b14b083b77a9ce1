using Infra.Components.Footprints;
using Infra.Core;
using Infra.Core.Footprints;
using Pulumi;

namespace Infra.Components.Serving.KServe;

/// <summary>Inputs of <see cref="KServeOperator"/>.</summary>
public sealed class KServeOperatorArgs : ResourceArgs
{
    /// <summary>Whether there are models with the backend <c>llmInferenceService</c>, which have a controller of their own. Default: false.</summary>
    [Input("languageModels")]
    public bool LanguageModels { get; init; }

    /// <summary>Derived: the pods that the charts make.</summary>
    [Input(ComponentInputs.Footprint)]
    public List<PodFootprintArgs> Footprint => PodFootprintArgs.From([.. Pods(LanguageModels)]);

    /// <summary>The pods that the charts make.</summary>
    internal static IEnumerable<PodFootprint> Pods(bool languageModels) => languageModels ? [KServeValues.Footprint(), KServeLlmValues.Footprint()] : [KServeValues.Footprint()];
}
