using Infra.Components.Serving;
using Infra.Core.Serving;
using Infra.Stacks.Configuration;
using Infra.Stacks.Rules;
using Pulumi;

namespace Infra.Stacks.Explaining;

/// <summary>Where a model's files come from, without the resources that bring them.</summary>
internal static class ExplainedSource
{
    /// <summary>The source; null where the image has the model.</summary>
    /// <param name="settings">The configuration, checked.</param>
    /// <param name="model">The model.</param>
    public static ModelSourceArgs? Of(PlatformSettings settings, ModelConfig model) => model.ParsedSource switch
    {
        ModelSource.S3 when CacheRules.Has(settings, model) => new ModelSourceArgs { Cache = new CacheSourceArgs { ClaimName = model.Name, Directory = model.Name } },
        ModelSource.S3 => new ModelSourceArgs { S3Uri = model.Source!, Region = settings.Aws!.Region, ReaderRoleArn = Output.Create("") },
        ModelSource.Https https => new ModelSourceArgs { ArchiveUrl = https.Url.AbsoluteUri },
        ModelSource.HuggingFace hub => new ModelSourceArgs { HuggingFace = hub.Model.Repository, Revision = hub.Model.Revision },
        ModelSource.Pvc pvc => new ModelSourceArgs { Volume = PlatformStorage.VolumeSource(settings, pvc, pvc.Volume) },
        ModelSource.Oci oci => new ModelSourceArgs { Image = oci.Image },
        _ => null,
    };
}
