namespace Infra.Cli.Doctor;

/// <summary>A check with what it found.</summary>
internal sealed record Checked(string Name, bool IsRequired, CheckResult Result)
{
    public bool IsInTheWay => IsRequired && (Result.State is CheckState.Missing or CheckState.Wrong);
}
