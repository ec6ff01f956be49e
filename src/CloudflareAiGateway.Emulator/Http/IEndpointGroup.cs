using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The operations of one resource. A new resource is a new folder with one of these, named in <see cref="ManagementApi"/>.</summary>
internal interface IEndpointGroup
{
    IEnumerable<Endpoint> Endpoints { get; }
}
