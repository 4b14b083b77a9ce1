namespace Pulumi.Automation;

public sealed class StackDeployment
{
    internal StackDeployment() => throw SignaturesOnly.Called();

    public static StackDeployment FromJsonString(string jsonString) => throw SignaturesOnly.Called();
}
