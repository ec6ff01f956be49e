using System;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareAiGateway.EngineHost;

/// <summary>Marks an error so that Out-Default shows it as one, and not as an object that happens to be an error.</summary>
internal static class ErrorText
{
    // The engine's own mark is internal. Writing the error a second time instead would change its invocation and $Error.
    private static readonly PropertyInfo s_mark =
        typeof(PSObject).GetProperty("WriteStream", BindingFlags.Instance | BindingFlags.NonPublic)
        ?? throw new MissingMemberException(nameof(PSObject), "WriteStream");

    public static PSObject Marked(ErrorRecord error)
    {
        PSObject marked = new(error);
        s_mark.SetValue(marked, Enum.Parse(s_mark.PropertyType, "Error"));
        return marked;
    }
}
