namespace Infra.Core.Configuration;

/// <summary>
/// A configuration record with rules over several of its own keys. The binder asks them at the record's place in the
/// document, and only where every key of the record could be read.
/// </summary>
public interface IConfigRules
{
    /// <summary>Adds a problem for each rule that is broken.</summary>
    /// <param name="path">The path of this record; <see cref="ConfigPath.Key"/> leads to a key of it.</param>
    /// <param name="problems">Where the problems go.</param>
    void Check(string path, ConfigProblems problems);
}
