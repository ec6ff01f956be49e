using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;
using CloudflareAiGateway.Validation;

namespace CloudflareAiGateway.Commands;

/// <summary>The settings of a custom provider that New and Set share.</summary>
public abstract class CustomProviderSettingsCommand : SettingsCommand
{
    /// <summary>The name for people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    public string? Name { get; set; }

    /// <summary>Whether calls are let through.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Enable { get; set; }

    /// <summary>Whether the provider is marked as beta.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [FlagTransformation]
    [ArgumentCompleter(typeof(FlagCompleter))]
    public bool? Beta { get; set; }

    /// <summary>A description for people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    public string? Description { get; set; }

    /// <summary>The address of the provider's own page.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    public string? Link { get; set; }

    /// <summary>The place in lists, which are sorted by it and then by name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting]
    [NumberTransformation]
    public int? Position { get; set; }

    /// <summary>An example of a call with curl, for people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    public string? CurlExample { get; set; }

    /// <summary>An example of a call in JavaScript, for people.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Setting(Clearable = true)]
    public string? JsExample { get; set; }

    private protected override string ResourceName => "CustomProvider";

    /// <summary>Collects and checks the settings of this record by wire name.</summary>
    /// <param name="target">How the user named the provider.</param>
    /// <param name="takePiped">Whether settings that were bound from the piped object count.</param>
    /// <returns>The settings, or null when one was refused; the error was written.</returns>
    private protected Dictionary<string, object?>? ReadSettings(string target, bool takePiped)
    {
        Dictionary<string, object?> settings = Settings.Read(takePiped, out string? refused);
        if (refused is not null)
        {
            WriteError(ErrorRecords.NotClearable(refused, $"custom provider '{target}'", target));
            return null;
        }

        if (settings.TryGetValue("base_url", out object? address))
        {
            if (CustomProviderAddress.Explain((string)address!) is { } problem)
            {
                WriteError(ErrorRecords.InvalidInput("InvalidCustomProviderUrl", problem, target));
                return null;
            }

            settings["base_url"] = CustomProviderAddress.Normalize((string)address!);
        }

        if (settings.TryGetValue("headers", out object? value) && value is CustomProviderHeaders headers && Client.CustomProviders.ExplainHeaders(headers) is { } trouble)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidCustomProviderHeaders", trouble, target));
            return null;
        }

        return settings;
    }

    /// <summary>Checks a slug before any call.</summary>
    /// <returns>Whether the API would take it; if not, an error was written.</returns>
    private protected bool HasValidSlug(string? slug)
    {
        string? problem = CustomProviderSlug.Explain(slug ?? string.Empty);
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidCustomProviderSlug", problem, slug));
        }

        return problem is null;
    }
}
