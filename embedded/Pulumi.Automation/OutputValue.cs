namespace Pulumi.Automation;

public sealed class OutputValue
{
    internal OutputValue() => throw SignaturesOnly.Called();

    public bool IsSecret => throw SignaturesOnly.Called();

    public object Value => throw SignaturesOnly.Called();
}
