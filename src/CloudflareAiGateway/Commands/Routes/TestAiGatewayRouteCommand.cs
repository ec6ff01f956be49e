using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Checks graphs: one object for each thing that is wrong, nothing when all is well. A graph that is given is checked offline; a route by
/// its name is read first.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "AiGatewayRoute", DefaultParameterSetName = InputSet)]
[OutputType(typeof(AiGatewayRouteFinding), ParameterSetName = new[] { InputSet, ElementSet, NameSet })]
[OutputType(typeof(bool), ParameterSetName = new[] { InputSet, ElementSet, NameSet })]
public sealed class TestAiGatewayRouteCommand : ConnectedCommand
{
    private const string InputSet = "Input";
    private const string ElementSet = "Element";
    private const string NameSet = "Name";

    private readonly List<AiGatewayRouteElement> _elements = new();
    private readonly RouteGraphText _text = new();
    private bool _isConnected;

    /// <summary>Routes, versions, elements, hashtables or JSON text. Single elements are checked together, when all have come.</summary>
    [Parameter(Mandatory = true, ParameterSetName = InputSet, ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The graph: elements, hashtables, JSON text, or a route or version that has it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ElementSet)]
    [AllowEmptyCollection]
    [RouteGraphTransformation]
    public AiGatewayRouteElement[]? Element { get; set; }

    /// <summary>The gateway whose routes are checked.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = NameSet)]
    [Alias("GatewayId", "GatewayName")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string Gateway { get; set; } = string.Empty;

    /// <summary>The name of the route that is checked as it is deployed.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = NameSet)]
    [ArgumentCompleter(typeof(RouteNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Writes for each graph whether it is free of errors, instead of what was found; warnings do not count.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override string ResourceName => "Route";

    /// <summary>Does nothing: a connection is looked for when a call is needed.</summary>
    protected override void BeginProcessing()
    {
    }

    /// <summary>Checks one input.</summary>
    protected override void ProcessRecord()
    {
        try
        {
            if (ParameterSetName == ElementSet)
            {
                Check(Element!, null, null);
            }
            else if (ParameterSetName == NameSet)
            {
                foreach (string name in Name)
                {
                    CheckByName(name);
                }
            }
            else
            {
                CheckInput(InputObject!);
            }
        }
        catch (ArgumentTransformationMetadataException failure)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidRouteGraph", failure.Message, InputObject));
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, InputObject);
        }
    }

    /// <summary>Checks what was given piece by piece.</summary>
    protected override void EndProcessing()
    {
        if (_elements.Count > 0)
        {
            Check(_elements, null, null);
        }

        if (_text.Failure is { } failure)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidRouteGraph", failure.Message, _text.Pending));
        }
    }

    private void CheckInput(PSObject input)
    {
        if (input.BaseObject is string line)
        {
            if (_text.Add(line) is { } whole)
            {
                Check(RouteGraphReader.Read(whole, "InputObject"), null, null);
            }
        }
        else if (RouteGraphReader.IsElement(input))
        {
            _elements.AddRange(RouteGraphReader.Read(input, "Element"));
        }
        else
        {
            var source = new RouteSource(input);
            AiGatewayRouteElement[] elements = source.Read(scope => Read(scope, source.RouteId!)) ?? RouteGraphReader.Read(input, "InputObject");
            Check(elements, source.Name, source.GatewayId);
        }
    }

    private void CheckByName(string name)
    {
        Connect();
        var scope = new RouteScope(ResolveAccountId(), Gateway);
        if (TryAwait(name, call => Client.Routes.FindAsync(scope, name, withElements: true, call), out AiGatewayRoute route))
        {
            Check(route.Elements ?? Array.Empty<AiGatewayRouteElement>(), route.Name, Gateway);
        }
    }

    private AiGatewayRoute Read(RouteScope scope, string routeId)
    {
        Connect();
        return Await(call => Client.Routes.GetAsync(scope, routeId, call));
    }

    private void Connect()
    {
        if (!_isConnected)
        {
            base.BeginProcessing();
            _isConnected = true;
        }
    }

    private void Check(IReadOnlyList<AiGatewayRouteElement> elements, string? route, string? gateway)
    {
        IReadOnlyList<AiGatewayRouteFinding> findings = RouteGraphCheck.Run(elements);
        if (Quiet)
        {
            WriteObject(!RouteGraphCheck.HasErrors(findings));
            return;
        }

        foreach (AiGatewayRouteFinding finding in findings)
        {
            WriteObject(finding.For(route, gateway));
        }
    }
}
