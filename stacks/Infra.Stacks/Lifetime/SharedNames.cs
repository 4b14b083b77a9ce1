using System.Collections.Immutable;
using Infra.Core.Configuration;
using Infra.Stacks.Rules;

namespace Infra.Stacks.Lifetime;

/// <summary>Names that two environments can't both have, because something outside of both knows them: only whoever has both can tell.</summary>
public static class SharedNames
{
    /// <summary>A problem for each of them, in the order of the copy.</summary>
    /// <param name="name">The original's name.</param>
    public static ImmutableArray<string> Of(PlatformSettings original, string name, PlatformSettings copy)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(copy);
        var taken = original.Models.SelectMany(model => new[] { model.Expose?.Host, model.Expose?.GrpcHost }).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var problems = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < copy.Models.Length; i++)
        {
            var path = ConfigPath.Key(PlatformRules.At("models", i), "expose");
            Add(ConfigPath.Key(path, "host"), copy.Models[i].Expose?.Host);
            Add(ConfigPath.Key(path, "grpcHost"), copy.Models[i].Expose?.GrpcHost);
        }
        return problems.ToImmutable();

        void Add(string path, string? host)
        {
            if (host is not null && taken.Contains(host))
            {
                problems.Add($"{path}: {Shown.Quoted(host)} leads to '{name}' already, and a host leads to one environment; give it another, or remove expose");
            }
        }
    }
}
