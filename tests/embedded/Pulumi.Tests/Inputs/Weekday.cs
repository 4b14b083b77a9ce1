namespace Pulumi.Tests.Inputs;

internal enum Weekday
{
    Sunday = 0,
    Tuesday = 2,
}
