using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Core.Serving;

/// <summary>What a transformer can't do.</summary>
public static class TransformerRules
{
    // Whoever wrote the image reads a directory.
    private static readonly ImmutableArray<ModelSourceKind> _sources = [ModelSourceKind.None, ModelSourceKind.S3, ModelSourceKind.Volume, ModelSourceKind.Image];

    /// <summary>Adds a problem where its files come from where it can't read them.</summary>
    /// <param name="path">Path of the source.</param>
    /// <param name="source">Its kind.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckSource(string path, ModelSourceKind source, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        if (!_sources.Contains(source) && !problems.Cover(path))
        {
            problems.Add(path, $"{RuntimeRules.Found(source)}, but a transformer takes {string.Join(" or ", _sources.Skip(1).Select(RuntimeRules.Words))}");
        }
    }
}
