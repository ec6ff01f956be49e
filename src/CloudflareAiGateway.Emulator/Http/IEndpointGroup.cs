using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The operations of one resource. A new resource is a new folder with one of these; <see cref="EndpointGroups"/> finds it.</summary>
internal interface IEndpointGroup
{
    IEnumerable<Endpoint> Endpoints { get; }
}
