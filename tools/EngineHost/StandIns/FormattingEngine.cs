using System;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>
/// Gives a Format- stand-in the engine's own formatting. Only the two-line cmdlets around it ship outside the engine, so
/// that views come out exactly as in pwsh; the part behind them is internal and is set by reflection.
/// </summary>
internal static class FormattingEngine
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static void Attach(FrontEndCommandBase command, string shape)
    {
        Assembly engine = typeof(FrontEndCommandBase).Assembly;
        Type implementation = Internal(engine, "InnerFormatShapeCommand");
        object shapeValue = Enum.Parse(Internal(engine, "FormatShape"), shape);
        FieldInfo field = typeof(FrontEndCommandBase).GetField("implementation", Instance)
            ?? throw new MissingFieldException(nameof(FrontEndCommandBase), "implementation");
        field.SetValue(command, Activator.CreateInstance(implementation, Instance, null, [shapeValue], null));
    }

    private static Type Internal(Assembly engine, string name) =>
        engine.GetType($"Microsoft.PowerShell.Commands.Internal.Format.{name}", throwOnError: true)!;
}
