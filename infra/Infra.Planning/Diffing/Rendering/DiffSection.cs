using Infra.Planning.Model;

namespace Infra.Planning.Diffing.Rendering;

/// <summary>Changes under one heading.</summary>
internal sealed record DiffSection(SectionKind Kind, string Heading, KindWords Words, ValueList<DiffEntry> Entries)
{
    public int Count => Entries.Sum(static entry => entry.Count);
}
