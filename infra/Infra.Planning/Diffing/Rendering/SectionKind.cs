namespace Infra.Planning.Diffing.Rendering;

/// <summary>The headings, in their order.</summary>
internal enum SectionKind
{
    Replace,
    UpdateOrReplace,
    Delete,
    Update,

    /// <summary>Inputs of components: nothing happens but to the resources that they are made of.</summary>
    AskedFor,
    Settings,
    Outputs,
    Create,
    Import,
    Read,
    Rename,
}
